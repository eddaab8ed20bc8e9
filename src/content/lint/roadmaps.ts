// Branches, looks and ids of roadmaps, and what their texts may not say.
import { type Field, nearest } from '../issue.ts';
import { phaseIdsOf } from '../ways.ts';
import { bodyIssue, type Finding, fieldIssue, type IssueText, type Rule, repeated } from './rule.ts';

const choiceOfBranches: Rule = {
  code: 'R018',
  title: 'A roadmap offers its branches in one choice, which has a default; later phases continue them.',
  check: ({ roadmap }) =>
    roadmap.flatMap((entry) => {
      const choices = entry.data.phases.flatMap(({ choice }, index) => (choice ? [{ choice, index }] : []));
      const offered = choices[0]?.choice.branches.map(({ id }) => id) ?? [];
      const names = `The branches are ${offered.join(', ')}.`;
      return choices.flatMap(({ choice: { branches, why, default: usual }, index }, order) => {
        const at = (field: Field, wrong: IssueText | false) =>
          wrong ? [fieldIssue(entry, ['phases', index, 'choice', ...field], wrong)] : [];
        if (order > 0)
          return [
            ...at([], (usual ?? why) !== undefined && chosenEarlier),
            ...branches.flatMap(({ id }, place) =>
              at(
                ['branches', place, 'id'],
                !offered.includes(id) && { message: `"${id}" is not offered by the first choice.`, fix: names },
              ),
            ),
          ];
        const isOffered = usual !== undefined && offered.includes(usual);
        return [
          ...at(
            ['default'],
            !isOffered && { message: `The default "${usual}" is not one of the branches.`, fix: names },
          ),
          ...at(
            [],
            why === undefined && { message: 'Nothing says why the default is the default.', fix: 'Add `why`.' },
          ),
          ...branches.flatMap(({ id, bestFor }, place) =>
            at(
              ['branches', place],
              bestFor === undefined && { message: `Nothing says whom "${id}" suits.`, fix: 'Add `bestFor`.' },
            ),
          ),
        ];
      });
    }),
};

const chosenEarlier = {
  message: 'The branch has been chosen in an earlier phase.',
  fix: 'Take out `default` and `why`.',
};

const lineIdentity: Rule = {
  code: 'R020',
  title: 'A line’s color and badge are its own.',
  check: ({ roadmap }) =>
    (['color', 'badge'] as const).flatMap((key) =>
      repeated(roadmap, ({ data }) => data[key]).map(({ item, first }) => {
        const message = `"${item.data[key]}" is the ${key} of ${first.path}.`;
        return fieldIssue(item, [key], { message, fix: `Choose a ${key} that no line has.` });
      }),
    ),
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

const phaseIds: Rule = {
  code: 'R037',
  title: 'The id of a phase, former ones included, is used once in its roadmap, and none that was published is lost.',
  check: ({ roadmap, locked, unread }) => {
    const sameIds = roadmap.flatMap((entry) => {
      const ids = entry.data.phases.flatMap(({ id, formerIds }, index) => [
        { id, field: ['phases', index, 'id'] },
        ...formerIds.map((former, place) => ({ id: former, field: ['phases', index, 'formerIds', place] })),
      ]);
      return repeated([{ id: 'first-steps', field: [] }, ...ids], ({ id }) => id).map(({ item: { id, field } }) => {
        const message = `"${id}" leads to an earlier phase.`;
        return fieldIssue(entry, field, { message, fix: 'Each id can lead to one phase: take one out.' });
      });
    });
    const alive = new Set(roadmap.flatMap((entry) => phaseIdsOf(entry)));
    const lost = locked.flatMap(({ kind, id }): Finding[] => {
      const [roadmapId = '', phase = ''] = id.split('.');
      const entry = roadmap.find((each) => each.id === roadmapId);
      if (kind !== 'phase' || alive.has(id) || !entry || unread.some((each) => each.id === roadmapId)) return [];
      const message = `The phase "${phase}" was published once, and links still name it.`;
      return [fieldIssue(entry, ['phases'], { message, fix: 'Add it to `formerIds` of the phase that replaces it.' })];
    });
    return [...sameIds, ...lost];
  },
};

const duration = /\b\d+(?:[.,–-]\d+)? ?(?:hours?|h|weeks?|months?)\b/iu;

const statedDuration: Rule = {
  code: 'R038',
  title: 'No text of a roadmap says how long it takes: hours are computed from its stops.',
  check: ({ roadmap }) =>
    roadmap.flatMap((entry) => {
      const { summary, audience, builds, entryRequirements, leftOut } = entry.data;
      const issuesIn = (text: string) => {
        const found = duration.exec(text)?.[0];
        if (found === undefined) return [];
        return [
          { message: `"${found}" is a duration.`, fix: 'Take it out: the page computes the time from the stops.' },
        ];
      };
      return [
        ...textsIn({ summary, audience, builds, entryRequirements, leftOut }).flatMap(({ text, field }) =>
          issuesIn(text).map((found) => fieldIssue(entry, field, found)),
        ),
        ...entry.body.passages.flatMap(({ text, line }) =>
          issuesIn(text).map((found) => bodyIssue(entry, line, found)),
        ),
      ];
    }),
};

/** Every text at any depth of some front matter, with its place. */
function textsIn(value: unknown, field: Field = []): { text: string; field: Field }[] {
  if (typeof value === 'string') return [{ text: value, field }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...field, index]));
  return Object.entries(value ?? {}).flatMap(([key, inner]) => textsIn(inner, [...field, key]));
}

export const roadmapRules: readonly Rule[] = [choiceOfBranches, lineIdentity, lineColor, phaseIds, statedDuration];
