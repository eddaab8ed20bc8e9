import { build, buildLink } from '#lib/browser/build.ts';
import { buildButton, drawChips } from './draw-results.ts';
import type { Answer, Missing } from './run-search.ts';

/** What the messages let the reader do. */
export interface MessageActions {
  readonly base: string;
  readonly search: (text: string) => void;
  readonly searchLiterally: () => void;
  readonly clearFilters: () => void;
  readonly forget: () => void;
  readonly retry: () => void;
}

const missingTexts: Readonly<Record<Missing, string>> = {
  examples: 'A part of the search could not be loaded, so pages are ranked by their names only. ',
  fullText: 'The full text could not be loaded, so passages of pages are missing. ',
};

/** "Showing results for …", and what could not be loaded. */
export function drawNotes({ query, missing }: Answer, { searchLiterally, retry }: MessageActions): HTMLElement[] {
  const note = (...parts: (Node | string)[]) => build('p', 'search-note', ...parts);
  const missed = missing.map((part) => note(missingTexts[part], buildButton('Try again', retry)));
  if (query.corrections.length === 0) return missed;
  const used = query.corrections.map((correction) => correction.used).join(' ');
  const typed = query.corrections.map((correction) => correction.typed).join(' ');
  const literally = buildButton(`Search instead for ${typed}`, searchLiterally);
  return [note('Showing results for ', build('strong', '', used), '. ', literally), ...missed];
}

/** What can be searched: a topic, a question, an error and a comparison. */
const examples = ['N+1 queries', 'How do I hash a password?', 'Cannot read properties of undefined', 'REST vs GraphQL'];

/** Before anything is typed: recent searches, to take up again, and examples. */
export function drawStart(recent: readonly string[], actions: MessageActions): HTMLElement[] {
  const chips = examples.map((text) => buildButton(text, () => actions.search(text)));
  const row = drawChips({ name: 'Try', label: 'Examples', chips });
  row.classList.add('search-examples');
  return [...drawRecent(recent, actions), row];
}

function drawRecent(recent: readonly string[], { search, forget }: MessageActions): HTMLElement[] {
  if (recent.length === 0) return [];
  const clear = buildButton('Clear', forget);
  clear.classList.add('search-clear');
  const chips = recent.map((text) => buildButton(text, () => search(text)));
  return [drawChips({ name: 'Recent', label: 'Recent searches', chips: [...chips, clear] })];
}

/** Words and ways on when a search found nothing. */
export function drawNothing(
  { request, suggestions, unfiltered }: Answer,
  { base, clearFilters }: MessageActions,
): HTMLElement[] {
  const shown = request.text.length > 60 ? `${request.text.slice(0, 60)}…` : request.text;
  const head = build('p', 'search-empty-title', `Nothing found for “${shown}”`);
  if (unfiltered.length > 0) {
    const remove = buildButton('Remove all filters', clearFilters);
    return [head, build('p', '', 'There are results without the filters. ', remove)];
  }
  const links = suggestions.map(({ title, address }) => build('li', '', buildLink(base + address.slice(1), title)));
  return [
    head,
    ...(links.length > 0 ? [build('p', '', 'Close to what you typed:'), build('ul', 'search-ways', ...links)] : []),
    build('p', '', 'Try fewer or more general words, or look through ', ...waysOn(base)),
  ];
}

/** Words and ways on when the search does not load. */
export function drawFailure({ base, retry }: MessageActions): HTMLElement[] {
  const again = buildButton('Try again', retry);
  return [
    build('p', 'search-empty-title', 'The search could not be loaded'),
    build('p', '', 'The connection may be down, or the site may just have been updated. ', again),
    build('p', '', 'Every page is also listed in ', ...waysOn(base)),
  ];
}

const waysOn = (base: string) => [
  buildLink(`${base}topics/#a-to-z`, 'all topics from A to Z'),
  ', ',
  buildLink(`${base}topics/`, 'the topics by area'),
  ' and ',
  buildLink(`${base}roadmaps/`, 'the roadmaps'),
  '.',
];
