import {
  type ComparedTopic,
  compareMarks,
  countShares,
  decodeShared,
  type Marks,
  type Share,
  type State,
  shares,
  stateWords,
} from '#features/progress/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { countText } from '#lib/wording.ts';
import { buildTable, type Shown } from './comparison-table.ts';
import { type KnownSite, titleOf } from './known-site.ts';
import { buildLongList } from './long-list.ts';
import { distinctStops } from './started-roadmaps.ts';

/** A link carries no times. Its marks count as the oldest, so that adding them never changes a mark of one's own. */
export const timeOfSharedMarks = 0;

const shareTitles = {
  both: 'Both of you know',
  mine: 'Only you know',
  theirs: 'Only they know',
  open: 'None of you knows yet',
} as const satisfies Record<Share, string>;

/** Someone's shared marks beside the reader's: by line in numbers, then topic by topic. */
export function compareProgress(text: string, { site, marks }: { site: KnownSite; marks: Marks }): Shown {
  const title = 'Someone shared their progress with you';
  const theirs = decodeShared(text, site.numbered, timeOfSharedMarks);
  const none = { title, body: [], marks: undefined };
  if (!theirs)
    return { ...none, text: 'This link is damaged or was cut off: no marks could be read from it. Ask for it again.' };
  if (theirs.size === 0) return { ...none, text: 'The link holds no marks.' };
  const topics = compareMarks(marks, theirs, [...site.topics.keys()]);
  const { both, mine, theirs: other } = countShares(topics);
  const groups = shares.flatMap((share) => {
    const own = topics.filter((topic) => topic.share === share);
    return own.length > 0 ? [buildGroup(site, { share, topics: own })] : [];
  });
  return {
    title,
    text: `${countText(theirs.size, 'marked topic')}. Your own marks are not touched. Known to both of you: ${both}; to you alone: ${mine}; to them alone: ${other}.`,
    body: [...buildLines(site, topics), build('div', 'my-topics', ...groups)],
    marks: theirs,
  };
}

/** One row a line that any of the two has learned something on. */
function buildLines(site: KnownSite, topics: readonly ComparedTopic[]): HTMLElement[] {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const rows = site.lines.flatMap(({ title, stops }) => {
    const ids = distinctStops(stops);
    const { both, mine, theirs } = countShares(ids.flatMap((id) => byId.get(id) ?? []));
    return both + mine + theirs > 0 ? [[`${title} (${ids.length})`, ...[both, mine, theirs].map(String)]] : [];
  });
  if (rows.length === 0) return [];
  return [buildTable('Topics known, line by line', ['Line (stops)', 'Both', 'Only you', 'Only they'], rows)];
}

function buildGroup(
  site: KnownSite,
  { share, topics }: { share: Share; topics: readonly ComparedTopic[] },
): HTMLElement {
  const title = build('h3', 'mb-2 text-lg', `${shareTitles[share]} (${topics.length})`);
  const draw = (topic: ComparedTopic) => buildTopic(site, topic);
  return build('section', '', title, buildLongList(topics, { name: 'plain-list', draw }));
}

/** A topic, with the states in words that the heading above does not tell. */
function buildTopic(site: KnownSite, { id, share, mine, theirs }: ComparedTopic): HTMLElement {
  const address = site.topics.get(id)?.address ?? '';
  const words = [
    share === 'mine' || mine === theirs ? '' : `you: ${wordsOf(mine)}`,
    share === 'theirs' || mine === theirs ? '' : `they: ${wordsOf(theirs)}`,
  ].filter((word) => word !== '' && !word.endsWith(wordsOf('none')));
  const same = share === 'open' && mine === theirs ? [`both: ${wordsOf(mine)}`] : [];
  const told = [...words, ...same].join(', ');
  return build('li', '', buildLink(address, titleOf(site, id)), told === '' ? '' : ` (${told})`);
}

const wordsOf = (state: State | 'none') => stateWords[state].toLowerCase();
