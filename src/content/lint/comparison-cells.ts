import { fieldIssue, type Rule } from './rule.ts';

export const comparisonCells: Rule = {
  code: 'R022',
  title:
    'Columns and rows of a comparison have ids of their own, cells belong to its columns, and ordered columns use the words of their order.',
  check: ({ comparison }) =>
    comparison.flatMap((entry) => {
      const columns = new Map(entry.data.columns.map((column) => [column.id, column]));
      const repeated = (['columns', 'rows'] as const).flatMap((list) => {
        const ids = entry.data[list].map(({ id }) => id);
        return ids.flatMap((id, index) =>
          ids.indexOf(id) === index
            ? []
            : [
                fieldIssue(entry, [list, index, 'id'], {
                  code: 'R022',
                  message: `"${id}" is the id of an earlier one of the ${list}.`,
                  fix: 'Give it an id of its own.',
                }),
              ],
        );
      });
      const misplaced = entry.data.rows.flatMap((row, index) =>
        Object.entries(row.cells).flatMap(([id, value]) => {
          const column = columns.get(id);
          const at = (message: string, fix: string) =>
            fieldIssue(entry, ['rows', index, 'cells', id], { code: 'R022', message, fix });
          if (!column) return [at(`"${id}" is not a column.`, `The columns are ${[...columns.keys()].join(', ')}.`)];
          if (!column.order || column.order.includes(value)) return [];
          return [
            at(`"${value}" is not in the order of the column.`, `Add it to the order: ${column.order.join(', ')}.`),
          ];
        }),
      );
      return [...repeated, ...misplaced];
    }),
};
