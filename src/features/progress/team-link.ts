/** Someone whose progress is shown beside the reader's, and the text of their shared progress. */
export interface Teammate {
  readonly name: string;
  readonly text: string;
}

/** The most people of a team, and the most characters of a name and of a link. */
const maxTeammates = 12;
const maxOfName = 30;
const maxOfLink = 8000;

/**
 * Reads links to the progress of a team, one per line: `Ada https://…/progress/#shared=…`. Without a name it is "Person 2".
 * @returns the people, and the numbers (from 1) of the lines without such a link.
 */
export function readTeam(lines: string): { readonly people: readonly Teammate[]; readonly unread: readonly number[] } {
  const people: Teammate[] = [];
  const unread: number[] = [];
  for (const [index, line] of lines
    .slice(0, maxTeammates * maxOfLink)
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue;
    const link = /^(?<name>.*?)\S*#shared=(?<text>\S*)/u.exec(line)?.groups;
    if (!link || people.length === maxTeammates) unread.push(index + 1);
    else {
      const name = (link['name'] ?? '').replace(/[\s:,;–-]+$/u, '').trim();
      people.push({ name: name.slice(0, maxOfName) || `Person ${people.length + 1}`, text: link['text'] ?? '' });
    }
  }
  return { people, unread };
}

/** Writes the fragment of a team's address, so that the page can be reloaded and bookmarked. */
export function writeTeam(people: readonly Teammate[]): string {
  return `team=${people.map(({ name, text }) => `${encodeURIComponent(name)}~${text}`).join('&')}`;
}

/**
 * Reads what `writeTeam` wrote, and the fragment of a single person's link: `shared=…`. Never throws.
 * @returns undefined for a fragment of anything else.
 */
export function readTeamFragment(fragment: string): readonly Teammate[] | undefined {
  const text = fragment.replace(/^#/u, '').slice(0, maxTeammates * maxOfLink);
  if (text.startsWith('shared=')) return [{ name: 'They', text: text.slice('shared='.length) }];
  if (!text.startsWith('team=')) return undefined;
  const parts = text.slice('team='.length).split('&').slice(0, maxTeammates);
  return parts.flatMap((part) => {
    // A name may contain the sign; shared progress never does.
    const end = part.lastIndexOf('~');
    const shared = part.slice(end + 1);
    return end < 0 || shared === '' ? [] : [{ name: decoded(part.slice(0, end)).slice(0, maxOfName), text: shared }];
  });
}

/** Decodes a name; a damaged one is shown as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
