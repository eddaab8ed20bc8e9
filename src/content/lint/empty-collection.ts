import { folders, kinds } from '../corpus.ts';
import type { Rule } from './rule.ts';

export const emptyCollection: Rule = {
  code: 'R026',
  title: 'Every folder of content has a page.',
  check: (corpus) =>
    kinds
      .filter((kind) => corpus[kind].length === 0 && !corpus.unread.some((place) => place.kind === kind))
      .map((kind) => ({
        code: 'R026',
        path: `content/${folders[kind]}`,
        field: '',
        line: 0,
        message: `There is no ${kind}. The folder is missing or empty.`,
        fix: 'Restore the folder, or add its first page.',
      })),
};
