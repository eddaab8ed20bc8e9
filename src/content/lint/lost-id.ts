import { entriesOf, folders } from '../corpus.ts';
import { isDraft, type Rule } from './rule.ts';

export const lostId: Rule = {
  code: 'R014',
  title: 'An id that was published once still exists, or another page lists it in formerIds.',
  check: (corpus) => {
    const published = entriesOf(corpus)
      .filter((entry) => !isDraft(entry))
      .flatMap(({ kind, id, data }) =>
        [id, ...('formerIds' in data ? data.formerIds : [])].map((each) => `${kind} ${each}`),
      );
    const alive = new Set([...published, ...corpus.unread.map(({ kind, id }) => `${kind} ${id}`)]);
    return corpus.locked
      .filter(({ kind, id }) => !alive.has(`${kind} ${id}`))
      .map(({ kind, id }) => ({
        code: 'R014',
        path: 'content/ids.lock',
        field: `${kind} ${id}`,
        line: 0,
        message: `content/${folders[kind]}/${id}.mdx is gone or a draft again, and links and saved progress still name it.`,
        fix: 'Restore it, or add the id to `formerIds` of the page that replaces it.',
      }));
  },
};
