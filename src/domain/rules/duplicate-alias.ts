import { entriesOf } from '#domain/corpus.ts';
import { fieldIssue, type Rule } from './rule.ts';

export const duplicateAlias: Rule = {
  code: 'R005',
  title: 'An alias leads to one page: it is no other page’s alias and no title of the same kind.',
  check: (corpus) => {
    const owners = new Map<string, string>();
    for (const entry of corpus.topic) owners.set(entry.data.title.toLowerCase(), entry.path);
    return entriesOf(corpus).flatMap((entry) =>
      entry.data.aliases.flatMap((alias, index) => {
        const key = alias.toLowerCase();
        const owner = owners.get(key);
        if (owner === undefined) {
          owners.set(key, entry.path);
          return [];
        }
        const message =
          owner === entry.path ? `"${alias}" stands here twice, or is the title.` : `"${alias}" leads to ${owner} already.`;
        return [fieldIssue(entry, ['aliases', index], { code: 'R005', message, fix: 'Leave it to the page it fits best.' })];
      }),
    );
  },
};
