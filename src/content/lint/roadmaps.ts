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
                  fix: 'Take one out.',
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
  title: 'A phase has stops or a choice.',
  check: ({ roadmap }) =>
    roadmap.flatMap((entry) =>
      entry.data.phases.flatMap((phase, index) => {
        if (phase.stops.length > 0 || phase.choice) return [];
        const message = 'The phase has no stop and no choice.';
        return [fieldIssue(entry, ['phases', index], { message, fix: 'Add stops.' })];
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

export const roadmapRules: readonly Rule[] = [repeatedStop, emptyPhase, branchTarget, lineIdentity, lineColor];
