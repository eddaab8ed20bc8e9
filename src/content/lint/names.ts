// Titles, aliases and ids: unique, permanent, never lost.
import { type Entry, entriesOf, folders, type Kind, kinds } from '../corpus.ts';
import { phaseIdsOf } from '../ways.ts';
import { fieldIssue, type Rule, repeated } from './rule.ts';

const duplicateTitle: Rule = {
  code: 'R004',
  title: 'Every title is unique over the site.',
  check: (corpus) =>
    repeated(entriesOf(corpus), ({ data }) => data.title.toLowerCase()).map(({ item, first }) => {
      const message = `"${item.data.title}" is also the title of ${first.path}.`;
      return fieldIssue(item, ['title'], { message, fix: 'Say what sets this page apart.' });
    }),
};

const duplicateAlias: Rule = {
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
        return [fieldIssue(entry, ['aliases', index], { message, fix: 'Leave it to the page it fits best.' })];
      }),
    );
  },
};

const unlockedId: Rule = {
  code: 'R013',
  title: 'Every published id stands in content/ids.lock.',
  check: (corpus) => {
    const locked = new Set(corpus.locked.map(({ kind, id }) => `${kind} ${id}`));
    const issueIn = (entry: Entry, field: string, id: string) => {
      const message = `"${id}" is not in content/ids.lock.`;
      return fieldIssue(entry, [field], { message, fix: 'Run `npm run lock:ids` and commit the file.' });
    };
    const pages = entriesOf(corpus).filter((entry) => !locked.has(`${entry.kind} ${entry.id}`));
    const phases = corpus.roadmap.flatMap((entry) =>
      phaseIdsOf(entry)
        .filter((id) => !locked.has(`phase ${id}`))
        .map((id) => issueIn(entry, 'phases', id)),
    );
    return [...pages.map((entry) => issueIn(entry, 'title', entry.id)), ...phases];
  },
};

const lostId: Rule = {
  code: 'R014',
  title: 'An id that was published once still exists, or another page lists it in formerIds.',
  check: (corpus) => {
    const published = entriesOf(corpus).flatMap(({ kind, id, data }) =>
      [id, ...data.formerIds].map((each) => `${kind} ${each}`),
    );
    const alive = new Set([...published, ...corpus.unread.map(({ kind, id }) => `${kind} ${id}`)]);
    return corpus.locked
      .filter((row): row is typeof row & { kind: Kind } => kinds.some((kind) => kind === row.kind))
      .filter(({ kind, id }) => !alive.has(`${kind} ${id}`))
      .map(({ kind, id }) => ({
        path: 'content/ids.lock',
        field: `${kind} ${id}`,
        line: 0,
        message: `content/${folders[kind]}/${id}.mdx is gone or a draft again, and links and saved progress still name it.`,
        fix: 'Restore it, or add the id to `formerIds` of the page that replaces it.',
      }));
  },
};

const formerIdTaken: Rule = {
  code: 'R015',
  title: 'A former id belongs to one page and to no living one.',
  check: (corpus) => {
    const taken = new Map(entriesOf(corpus).map((entry) => [`${entry.kind} ${entry.id}`, entry.path]));
    return entriesOf(corpus).flatMap((entry) =>
      entry.data.formerIds.flatMap((id, index) => {
        const owner = taken.get(`${entry.kind} ${id}`);
        taken.set(`${entry.kind} ${id}`, entry.path);
        if (owner === undefined) return [];
        const message = `"${id}" belongs to ${owner}.`;
        return [fieldIssue(entry, ['formerIds', index], { message, fix: 'Take it out of one of the two.' })];
      }),
    );
  },
};

export const nameRules: readonly Rule[] = [duplicateTitle, duplicateAlias, unlockedId, lostId, formerIdTaken];
