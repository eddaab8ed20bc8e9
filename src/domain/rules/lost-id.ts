import { entriesOf, folders } from '#domain/corpus.ts';
import { isDraft, type Rule } from './rule.ts';

export const lostId: Rule = {
  code: 'R014',
  title: 'An id that was published once still exists, or another page lists it in formerIds.',
  check: (corpus) => {
    const alive = new Set(
      entriesOf(corpus)
        .filter((entry) => !isDraft(entry))
        .flatMap((entry) => {
          const former = 'formerIds' in entry.data ? entry.data.formerIds : [];
          return [entry.id, ...former].map((id) => `${entry.kind} ${id}`);
        }),
    );
    return corpus.locked
      .filter(({ kind, id }) => !alive.has(`${kind} ${id}`))
      .map(({ kind, id }) => ({
        code: 'R014',
        path: 'content/ids.lock',
        field: `${kind} ${id}`,
        line: 0,
        message: `content/${folders[kind]}/${id}.mdx is gone, and links and saved progress still name it.`,
        fix: 'Add the id to `formerIds` of the page that replaces it.',
      }));
  },
};
