// Figures and cells: ranges, comparisons, cards.
import type { Entry } from '../corpus.ts';
import type { Field } from '../issue.ts';
import { type Finding, fieldIssue, type Rule, repeated } from './rule.ts';

const salaryRange: Rule = {
  code: 'R021',
  title: 'A range runs from its lower to its upper end.',
  check: ({ role }) =>
    role.flatMap((entry) => [
      ...entry.data.salary.flatMap(({ low, high }, index) => rangeIssues(entry, ['salary', index], [low, high])),
      ...entry.data.durations.flatMap(({ min, max = min }, index) =>
        rangeIssues(entry, ['durations', index], [min, max]),
      ),
    ]),
};

function rangeIssues(entry: Entry, field: Field, [low, high]: readonly [number, number]): Finding[] {
  if (low <= high) return [];
  const message = `The lower end, ${low}, is above the upper end, ${high}.`;
  return [fieldIssue(entry, field, { message, fix: 'Swap the two.' })];
}

const comparisonCells: Rule = {
  code: 'R022',
  title:
    'Columns and rows of a comparison have ids of their own, cells belong to its columns, and ordered columns use the words of their order.',
  check: ({ comparison }) =>
    comparison.flatMap((entry) => {
      const columns = new Map(entry.data.columns.map((column) => [column.id, column]));
      const sameIds = (['columns', 'rows'] as const).flatMap((list) => {
        const places = entry.data[list].map(({ id }, index) => ({ id, field: [list, index, 'id'] }));
        return repeated(places, ({ id }) => id).map(({ item: { id, field } }) => {
          const message = `"${id}" is the id of an earlier one of the ${list}.`;
          return fieldIssue(entry, field, { message, fix: 'Give it an id of its own.' });
        });
      });
      const misplaced = entry.data.rows.flatMap((row, index) =>
        Object.entries(row.cells).flatMap(([id, value]) => {
          const column = columns.get(id);
          const at = (message: string, fix: string) =>
            fieldIssue(entry, ['rows', index, 'cells', id], { message, fix });
          if (!column) return [at(`"${id}" is not a column.`, `The columns are ${[...columns.keys()].join(', ')}.`)];
          if (!column.order || column.order.includes(value)) return [];
          return [
            at(`"${value}" is not in the order of the column.`, `Add it to the order: ${column.order.join(', ')}.`),
          ];
        }),
      );
      return [...sameIds, ...misplaced];
    }),
};

const maxWords = 40;

const cardLength: Rule = {
  code: 'R025',
  title: 'Front and back of a card have at most 40 words each.',
  check: ({ question }) =>
    question.flatMap((entry) =>
      (['front', 'back'] as const).flatMap((side) => {
        const count = entry.data.card[side].split(/\s+/u).length;
        if (count <= maxWords) return [];
        const message = `The ${side} of the card has ${count} words.`;
        return [fieldIssue(entry, ['card', side], { message, fix: `Shorten it to ${maxWords}.` })];
      }),
    ),
};

export const figureRules: readonly Rule[] = [salaryRange, comparisonCells, cardLength];
