import { stem } from '#lib/text/stem.ts';
import { wordsOf } from '#lib/text/text.ts';
import type { SearchDocument } from './document.ts';
import { longForm } from './synonyms.ts';

/** What goes before the role that somebody has: "switching from", "i am a". */
const opening = /^(?:.*?\b(?:from|as|being|i(?:['’]?m|\sam))\s)?\s*/iu;
/** What stands between the role that somebody has and the one that is wanted. */
const between = /\s+(?:in)?to\s+|\s*(?:→|->)\s*|,?\s+(?:(?:and|who|i)\s+)*(?:wants?\s+to|wanna|becoming)\s+/iu;
const becoming = /^(?:(?:be|become|move\s+to)\s+)?/iu;

/** What people call a developer. */
const developer = /^(?:programmer|engineer|dev|coder)s?$/u;

/** The page on the way between two roles, for a query such as "from junior backend developer to backend architect". */
export function findRoleWay(text: string, documents: readonly SearchDocument[]): SearchDocument | undefined {
  const [have = '', want] = text.replace(opening, '').split(between, 2);
  if (want === undefined) return undefined;
  const roles = documents.filter(({ kind }) => kind === 'Role');
  const isWork = /\bfrom\s/iu.test(text);
  const start = findRole(have, roles, isWork);
  const end = findRole(want.replace(becoming, ''), roles, isWork);
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

/** @param isWork whether a language alone means the work in it, as after "from". */
function findRole(name: string, roles: readonly SearchDocument[], isWork: boolean): SearchDocument | undefined {
  const bare = name.replace(/^\s*(?:an?|the)\s/iu, '');
  const keys = [bare, `backend ${bare}`, ...(isWork ? [`${bare} developer`] : [])].map(roleKey);
  return roles.find(({ title, aliases }) => [title, ...aliases].some((other) => keys.includes(roleKey(other))));
}

/** Equal for the names that a role goes by: "golang programmer" and "Go Developer". */
function roleKey(name: string): string {
  return wordsOf(name)
    .map((word) => (developer.test(word) ? 'developer' : stem(longForm(word))))
    .join('');
}
