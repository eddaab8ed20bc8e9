import { entriesOf } from '../corpus.ts';
import { fieldIssue, type Rule } from './rule.ts';

export const duplicateAlias: Rule = {
  code: 'R005',
  title: 'An alias leads to one page: it is no other page’s alias and no title of the same kind.',
  check: (corpus) => {
    const titles = new Map(
      entriesOf(corpus).map(({ kind, data, path }) => [`${kind} ${data.title.toLowerCase()}`, path]),
    );
    const aliases = new Map<string, string>();
    return entriesOf(corpus).flatMap((entry) =>
      entry.data.aliases.flatMap((alias, index) => {
        const key = alias.toLowerCase();
        const owner = titles.get(`${entry.kind} ${key}`) ?? aliases.get(key);
        if (owner === undefined) {
          aliases.set(key, entry.path);
          return [];
        }
        const message =
          owner === entry.path
            ? `"${alias}" stands here twice, or is the title.`
            : `"${alias}" leads to ${owner} already.`;
        return [
          fieldIssue(entry, ['aliases', index], { code: 'R005', message, fix: 'Leave it to the page it fits best.' }),
        ];
      }),
    );
  },
};
