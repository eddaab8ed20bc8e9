import { partsOf } from '#features/notes/index.ts';
import type { Change, ChangeKind } from '../user-data-changes.ts';

/** The most characters of a note that are quoted. */
const mostQuoted = 80;

/** What an import does to one thing, as a line of a list: "Indexing: learning becomes done". */
export function changeWords({ kind, key, effect, mine, theirs }: Change, titleOf: (topic: string) => string): string {
  const name = nameOf(kind, key, titleOf);
  const [own, other] = [mine, theirs].map((text) => shown(kind, text));
  if (kind === 'interviews') return `${name}: ${other} more`;
  if (effect === 'added') return `${name}: ${other}`;
  if (effect === 'changed') return kind === 'card' ? `${name}: joined with yours` : `${name}: ${own} becomes ${other}`;
  return `${name}: stays ${own}; the file has ${other}`;
}

function nameOf(kind: ChangeKind, key: string, titleOf: (topic: string) => string): string {
  const { topic } = partsOf(key);
  switch (kind) {
    case 'mark':
      return titleOf(key);
    case 'note':
      return `Note on ${titleOf(topic)}`;
    case 'link':
      return `Link of ${titleOf(topic)}`;
    case 'card':
      return key.includes('/') ? `Check of ${titleOf(key.split('/')[0] ?? key)}` : `Card ${key.replaceAll('-', ' ')}`;
    case 'interviews':
      return 'Mock interviews';
    default:
      return 'Settings of the practice room';
  }
}

function shown(kind: ChangeKind, text: string): string {
  if (text === '') return kind === 'mark' ? 'not started' : 'nothing';
  if (kind === 'mark') return text.toLowerCase();
  if (kind !== 'note' && kind !== 'link') return text;
  return `“${text.length > mostQuoted ? `${text.slice(0, mostQuoted)}…` : text}”`;
}
