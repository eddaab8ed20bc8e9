import { build, buildLink } from '#lib/browser/build.ts';
import { buildButton } from './elements.ts';
import type { RememberedSearches } from './remembered-searches.ts';
import type { Answer } from './run-search.ts';

/** What the messages let the reader do. */
export interface MessageActions {
  readonly base: string;
  readonly search: (text: string) => void;
  readonly searchLiterally: () => void;
  readonly clearFilters: () => void;
  readonly forget: () => void;
  readonly togglePin: (text: string) => void;
  readonly retry: () => void;
}

/** "Showing results for …", and when the full text is missing. */
export function drawNotes(
  { query, isComplete, isPartial }: Answer,
  { searchLiterally, retry }: MessageActions,
): HTMLElement[] {
  const notes: HTMLElement[] = [];
  const [first] = query.corrections;
  if (first) {
    const used = build('strong', '', query.corrections.map((correction) => correction.used).join(' '));
    const typed = query.corrections.map((correction) => correction.typed).join(' ');
    notes.push(
      build(
        'p',
        'search-note',
        'Showing results for ',
        used,
        '. ',
        buildButton(`Search instead for ${typed}`, searchLiterally),
      ),
    );
  }
  if (isComplete && isPartial) {
    notes.push(
      build(
        'p',
        'search-note',
        'The full text could not be loaded, so these are titles and summaries only. ',
        buildButton('Try again', retry),
      ),
    );
  }
  return notes;
}

/** Pinned and recent searches, to take up again. */
export function drawRemembered({ pinned, recent }: RememberedSearches, actions: MessageActions): HTMLElement[] {
  const clear = buildButton('Clear', actions.forget);
  clear.classList.add('search-clear');
  return [
    ...drawRow('Pinned', pinned, { actions, isPinned: true, after: [] }),
    ...drawRow('Recent', recent, { actions, isPinned: false, after: [clear] }),
  ];
}

function drawRow(
  name: string,
  texts: readonly string[],
  { actions, isPinned, after }: { actions: MessageActions; isPinned: boolean; after: readonly HTMLElement[] },
): HTMLElement[] {
  if (texts.length === 0) return [];
  const chips = texts.map((text) => {
    const pin = buildButton(isPinned ? '★' : '☆', () => actions.togglePin(text));
    pin.ariaLabel = `Pin ${text}`;
    pin.ariaPressed = String(isPinned);
    return build(
      'span',
      'search-pair',
      buildButton(text, () => actions.search(text)),
      pin,
    );
  });
  const row = build('div', 'search-chips', build('span', 'search-chips-name', name), ...chips, ...after);
  row.role = 'group';
  row.ariaLabel = `${name} searches`;
  return [row];
}

/** Words and ways on when a search found nothing. */
export function drawNothing(
  { request, suggestions, unfiltered }: Answer,
  { base, clearFilters }: MessageActions,
): HTMLElement[] {
  const shown = request.text.length > 60 ? `${request.text.slice(0, 60)}…` : request.text;
  const head = build('p', 'search-empty-title', `Nothing found for “${shown}”`);
  if (unfiltered.length > 0)
    return [
      head,
      build('p', '', 'There is something without the filters. ', buildButton('Remove all filters', clearFilters)),
    ];
  const links = suggestions.map(({ title, address }) => build('li', '', buildLink(base + address.slice(1), title)));
  return [
    head,
    ...(links.length > 0 ? [build('p', '', 'Close to what you typed:'), build('ul', 'search-ways', ...links)] : []),
    build('p', '', 'Try fewer or more general words, or look through ', ...waysOn(base)),
  ];
}

/** Words and ways on when the index does not load. */
export function drawFailure({ base, retry }: MessageActions): HTMLElement[] {
  return [
    build('p', 'search-empty-title', 'The search could not be loaded'),
    build(
      'p',
      '',
      'The connection may be down, or the site may just have been updated. ',
      buildButton('Try again', retry),
    ),
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
