import { folders, kinds } from '#domain/corpus.ts';
import type { Rule } from './rule.ts';

export const emptyCollection: Rule = {
  code: 'R026',
  title: 'Every folder of content has a page.',
  check: (corpus) =>
    kinds
      .filter((kind) => corpus[kind].length === 0)
      .map((kind) => ({
        code: 'R026',
        path: `content/${folders[kind]}`,
        field: '',
        line: 0,
        message: `There is no ${kind}. The folder is missing, empty, or all its files have errors.`,
        fix: 'Restore the folder, or mend the errors reported for its files.',
      })),
};
