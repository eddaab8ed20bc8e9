/** What a pasted link holds to compare with: the fragment of a shared progress or of a plan, without the `#`. */
export interface CompareLink {
  readonly kind: 'shared' | 'plan';
  readonly fragment: string;
}

/** The most that is looked at of what was pasted. */
const mostCharacters = 8000;

/** Reads a link, or its part from the `#` on; undefined when it is neither a shared progress nor a plan. */
export function readCompareLink(text: string): CompareLink | undefined {
  const typed = text.trim().slice(0, mostCharacters);
  const fragment = typed.slice(typed.indexOf('#') + 1);
  if (fragment.startsWith('shared=')) return { kind: 'shared', fragment };
  return /^v=\d/u.test(fragment) ? { kind: 'plan', fragment } : undefined;
}

/** Someone of a team, and the text of their shared progress. */
export interface Teammate {
  readonly name: string;
  readonly text: string;
}

/** The most people of a team, and the most characters of a name. */
const mostTeammates = 12;
const mostOfName = 30;

/**
 * Reads links to the progress of a team, one a line: `Ada https://…/progress/#shared=…`. Without a name it is "Person 2".
 * @returns the people, and the numbers of the lines (from 1) that hold no such link.
 */
export function readTeam(lines: string): { readonly people: readonly Teammate[]; readonly refused: readonly number[] } {
  const people: Teammate[] = [];
  const refused: number[] = [];
  for (const [index, line] of lines
    .slice(0, mostTeammates * mostCharacters)
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue;
    const link = readCompareLink(line);
    if (link?.kind !== 'shared' || people.length === mostTeammates) refused.push(index + 1);
    else {
      const name = line
        .slice(0, line.search(/\S*#shared=/u))
        .replace(/[\s:,;–-]+$/u, '')
        .trim();
      people.push({
        name: name.slice(0, mostOfName) || `Person ${people.length + 1}`,
        text: link.fragment.slice('shared='.length).trim(),
      });
    }
  }
  return { people, refused };
}

/** What a comparison shows, from the fragment of its own address. */
export type Compared =
  | { readonly kind: 'team'; readonly people: readonly Teammate[] }
  | { readonly kind: 'shared'; readonly text: string }
  | { readonly kind: 'plan'; readonly theirs: string; readonly mine: string | undefined };

/** The fragment of a comparison's address, so that it can be reloaded and kept: `shared=…`, `team=…` or `plan=…&mine=…`. */
export function writeCompared(compared: Compared): string {
  if (compared.kind === 'team')
    return `team=${compared.people.map(({ name, text }) => `${encodeURIComponent(name)}~${text}`).join('&')}`;
  if (compared.kind === 'shared') return `shared=${compared.text}`;
  const mine = compared.mine === undefined ? '' : `&mine=${encodeURIComponent(compared.mine)}`;
  return `plan=${encodeURIComponent(compared.theirs)}${mine}`;
}

/** Reads what `writeCompared` wrote; undefined for a fragment of anything else. Never throws. */
export function readCompared(fragment: string): Compared | undefined {
  const text = fragment.replace(/^#/u, '').slice(0, mostTeammates * mostCharacters);
  if (text.startsWith('shared=')) return { kind: 'shared', text: text.slice('shared='.length) };
  if (text.startsWith('team=')) return { kind: 'team', people: readPeople(text.slice('team='.length)) };
  if (!text.startsWith('plan=')) return undefined;
  const fields = new URLSearchParams(text);
  return { kind: 'plan', theirs: fields.get('plan') ?? '', mine: fields.get('mine') ?? undefined };
}

/** What a damaged name or text loses is seen on the page; nothing is thrown. */
function readPeople(text: string): readonly Teammate[] {
  return text
    .split('&')
    .slice(0, mostTeammates)
    .flatMap((part) => {
      // A name may have the sign in it, a shared progress has not.
      const end = part.lastIndexOf('~');
      const shared = part.slice(end + 1);
      return end < 0 || shared === '' ? [] : [{ name: decoded(part.slice(0, end)).slice(0, mostOfName), text: shared }];
    });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
