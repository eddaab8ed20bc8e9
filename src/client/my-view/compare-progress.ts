import { type ComparedTopic, compareMarks, countShares, type Share, shares } from '#domain/progress/compare.ts';
import { type Marks, type State, stateWords } from '#domain/progress/progress.ts';
import { decodeShared } from '#domain/progress/share-link.ts';
import { countText } from '#domain/wording.ts';
import { build, buildLink } from '../build.ts';
import type { Shown } from './comparison.ts';
import { buildTable } from './comparison-table.ts';
import { drawInPieces } from './draw-in-pieces.ts';
import { type KnownSite, titleOf } from './known-site.ts';
import { distinctStops } from './line-stops.ts';

/** A link carries no times. Its marks count as the oldest, so that adding them never changes a mark of one's own. */
const timeOfSharedMarks = 0;

const shareTitles = {
  both: 'Both of you know',
  mine: 'Only you know',
  theirs: 'Only they know',
  open: 'None of you knows yet',
} as const satisfies Record<Share, string>;

/** Somebody's shared marks beside the reader's: by line in numbers, then topic by topic. */
export function compareProgress(text: string, { site, marks }: { site: KnownSite; marks: Marks }): Shown {
  const title = 'Somebody shared their progress with you';
  const theirs = decodeShared(text, site.numbered, timeOfSharedMarks);
  const none = { title, body: [], rest: [], marks: undefined };
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
    body: [...buildLines(site, topics), build('div', 'my-topics', ...groups.map(({ element }) => element))],
    rest: groups.flatMap(({ rest }) => rest),
    marks: theirs,
  };
}

/** One row a line that any of the two has learned something on. */
function buildLines(site: KnownSite, topics: readonly ComparedTopic[]): HTMLElement[] {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const rows = site.lines.flatMap(({ title, stops }) => {
    const ids = distinctStops(stops);
    const { both, mine, theirs } = countShares(ids.flatMap((id) => byId.get(id) ?? []));
    return both + mine + theirs > 0 ? [[title, ...[both, mine, theirs, ids.length].map(String)]] : [];
  });
  if (rows.length === 0) return [];
  return [buildTable('Topics known, line by line', ['Line', 'Both', 'Only you', 'Only they', 'Of'], rows)];
}

function buildGroup(site: KnownSite, { share, topics }: { share: Share; topics: readonly ComparedTopic[] }) {
  const list = build('ul', 'plain-list');
  const rest = drawInPieces(list, topics, (topic) => buildTopic(site, topic));
  const title = build('h3', 'mb-2 text-lg', `${shareTitles[share]} (${topics.length})`);
  return { element: build('section', '', title, list), rest };
}

/** A topic, with both states in words where they are not what the heading says of both. */
function buildTopic(site: KnownSite, { id, mine, theirs }: ComparedTopic): HTMLElement {
  const address = site.topics.get(id)?.address ?? '';
  const word = (state: State | 'none') => stateWords[state].toLowerCase();
  const states = mine === theirs ? `: ${word(mine)}` : `: you ${word(mine)}, they ${word(theirs)}`;
  return build('li', '', buildLink(address, titleOf(site, id)), states);
}
