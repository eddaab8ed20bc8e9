import type { SearchDocument } from './document.ts';
import { keyOf } from './text.ts';

/** The page on the way between two roles, for a query such as "from junior backend developer to backend architect". */
export function findRoleWay(text: string, documents: readonly SearchDocument[]): SearchDocument | undefined {
  const [, from = '', to = ''] = /^\s*(?:(?:\p{L}+\s)?from\s)?(.+?)(?:\s+to\s+|\s*(?:→|->)\s*)(.+)$/iu.exec(text) ?? [];
  // After "from", a language alone is meant as the work in it.
  const isFrom = /^\s*(?:\p{L}+\s)?from\s/iu.test(text);
  if (from === '' || to === '') return undefined;
  const find = (name: string) =>
    findRole(name, documents) ?? (isFrom ? findRole(`${name} developer`, documents) : undefined);
  const start = find(from);
  const end = find(to);
  if (!start || !end || start === end) return undefined;
  return {
    kind: 'Page',
    title: `From ${start.title} to ${end.title}`,
    aliases: [],
    asks: [],
    summary: 'What the one role asks for beyond the other, topic by topic.',
    level: '',
    area: '',
    address: `${start.address}to/${end.address.split('/').at(-2)}/`,
  };
}

function findRole(name: string, documents: readonly SearchDocument[]): SearchDocument | undefined {
  const key = keyOf(name.replace(/^\s*an?\s/iu, ''));
  return documents.find(
    ({ kind, title, aliases }) => kind === 'Role' && [title, ...aliases].some((other) => keyOf(other) === key),
  );
}
