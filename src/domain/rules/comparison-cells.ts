import { fieldIssue, type Rule } from './rule.ts';

export const comparisonCells: Rule = {
  code: 'R022',
  title: 'Cells of a comparison belong to its columns, and ordered columns use the words of their order.',
  check: ({ comparison }) =>
    comparison.flatMap((entry) => {
      const columns = new Map(entry.data.columns.map((column) => [column.id, column]));
      return entry.data.rows.flatMap((row, index) =>
        Object.entries(row.cells).flatMap(([id, value]) => {
          const column = columns.get(id);
          const at = (message: string, fix: string) =>
            fieldIssue(entry, ['rows', index, 'cells', id], { code: 'R022', message, fix });
          if (!column) return [at(`"${id}" is not a column.`, `The columns are ${[...columns.keys()].join(', ')}.`)];
          if (!column.order || column.order.includes(value)) return [];
          return [at(`"${value}" is not in the order of the column.`, `Add it to the order: ${column.order.join(', ')}.`)];
        }),
      );
    }),
};
