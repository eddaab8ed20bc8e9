// Phases, choices and looks of roadmaps.
import { nearest } from '../issue.ts';
import { fieldIssue, type Rule } from './rule.ts';

const repeatedStop: Rule = {
  code: 'R016',
  title: 'A phase stops at a topic once, and a roadmap uses a phase id once.',
  check: ({ roadmap }) =>
    roadmap.flatMap((entry) => {
      const phaseIds = entry.data.phases.map(({ id }) => id);
      return entry.data.phases.flatMap((phase, index) => {
        const topics = phase.stops.map(({ topic }) => topic);
        const repeated = topics.flatMap((topic, place) =>
          topics.indexOf(topic) === place
            ? []
            : [
                fieldIssue(entry, ['phases', index, 'stops', place], {
                  message: `"${topic}" is a stop of this phase already.`,
                  fix: 'Join the two and keep both labels.',
                }),
              ],
        );
        const sameId =
          phaseIds.indexOf(phase.id) === index
            ? []
            : [
                fieldIssue(entry, ['phases', index, 'id'], {
                  message: `"${phase.id}" is the id of an earlier phase.`,
                  fix: 'Give the phase an id of its own.',
                }),
              ];
        return [...sameId, ...repeated];
      });
    }),
};

const emptyPhase: Rule = {
  code: 'R017',
  title: 'A phase has stops or a choice, and says when it is: weeks or a span.',
  check: ({ roadmap }) =>
    roadmap.flatMap((entry) =>
      entry.data.phases.flatMap((phase, index) => {
        const at = (message: string, fix: string) => fieldIssue(entry, ['phases', index], { message, fix });
        return [
          ...(phase.stops.length === 0 && !phase.choice
            ? [at('The phase has no stop and no choice.', 'Add stops.')]
            : []),
          ...(phase.weeks || phase.span
            ? []
            : [at('The phase has neither weeks nor a span.', 'Add `weeks`, or `span` in words.')]),
        ];
      }),
    ),
};

const branchTarget: Rule = {
  code: 'R018',
  title: 'A branch names phases of its roadmap, and a choice’s default is one of its branches.',
  check: ({ roadmap }) => {
    const phases = new Map(roadmap.map(({ id, data }) => [id, new Set(data.phases.map((phase) => phase.id))]));
    return roadmap.flatMap((entry) =>
      entry.data.phases.flatMap(({ choice }, index) => {
        if (!choice) return [];
        const field = ['phases', index, 'choice'] as const;
        const unknown = choice.branches.flatMap((branch, place) =>
          branch.phases
            .filter((id) => phases.has(branch.roadmap) && !phases.get(branch.roadmap)?.has(id))
            .map((id) =>
              fieldIssue(entry, [...field, 'branches', place, 'phases'], {
                message: `"${id}" is not a phase of the roadmap "${branch.roadmap}".`,
                fix: `Its phases are ${[...(phases.get(branch.roadmap) ?? [])].join(', ')}.`,
              }),
            ),
        );
        if (choice.branches.some((branch) => branch.roadmap === choice.default)) return unknown;
        const message = `The default "${choice.default}" is not one of the branches.`;
        return [...unknown, fieldIssue(entry, [...field, 'default'], { message, fix: 'Name a branch’s roadmap.' })];
      }),
    );
  },
};

const weeksInOrder: Rule = {
  code: 'R019',
  title: 'Weeks of a roadmap’s phases run forward and do not overlap, except phases of the very same weeks.',
  check: ({ roadmap }) =>
    roadmap.flatMap((entry) => {
      let before = { from: 0, to: 0 };
      return entry.data.phases.flatMap(({ weeks }, index) => {
        if (!weeks) return [];
        const isFine = weeks.from > before.to || (weeks.from === before.from && weeks.to === before.to);
        const last = before;
        before = weeks;
        if (isFine) return [];
        const message = `Weeks ${weeks.from}-${weeks.to} do not begin after weeks ${last.from}-${last.to} of the phase before.`;
        return [
          fieldIssue(entry, ['phases', index, 'weeks'], {
            message,
            fix: 'Change the weeks, or the order of the phases.',
          }),
        ];
      });
    }),
};

const lineIdentity: Rule = {
  code: 'R020',
  title: 'A line’s color and badge are its own.',
  check: ({ roadmap }) =>
    (['color', 'badge'] as const).flatMap((key) => {
      const owners = new Map<string, string>();
      return roadmap.flatMap((entry) => {
        const owner = owners.get(entry.data[key]);
        owners.set(entry.data[key], entry.path);
        if (owner === undefined) return [];
        const message = `"${entry.data[key]}" is the ${key} of ${owner}.`;
        return [fieldIssue(entry, [key], { message, fix: `Choose a ${key} that no line has.` })];
      });
    }),
};

const lineColor: Rule = {
  code: 'R029',
  title: 'A line’s color is one that the site has.',
  check: ({ roadmap, lineColors }) =>
    roadmap
      .filter(({ data }) => !lineColors.includes(data.color))
      .map((entry) => {
        const suggestion = nearest(entry.data.color, lineColors);
        const message = `There is no line color "${entry.data.color}".`;
        const fix = suggestion
          ? `Did you mean ${suggestion}?`
          : 'Take a color of src/styles/tokens.css, or add one there.';
        return fieldIssue(entry, ['color'], { message, fix });
      }),
};

export const roadmapRules: readonly Rule[] = [
  repeatedStop,
  emptyPhase,
  branchTarget,
  weeksInOrder,
  lineIdentity,
  lineColor,
];
