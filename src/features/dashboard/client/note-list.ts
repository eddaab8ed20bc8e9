import { buildOwnLink, noteErrorTexts, notes } from '#features/notes/client/index.ts';
import { byTopic, findNotes, type SearchableNotes, searchable } from '#features/notes/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText } from '#lib/wording.ts';
import { buildLongList } from './long-list.ts';
import { addressOfNote, type SiteIndex, titleOf } from './site-index.ts';

/** Lists the reader's notes and links, the latest first, and those alone that a search finds. */
export function openNoteList(root: HTMLElement, { site, signal }: { site: SiteIndex; signal: AbortSignal }): void {
  const query = partOf<HTMLInputElement>(root, '[data-notes-query]');
  let all: readonly SearchableNotes[] = [];
  const show = () => {
    const found = findNotes(all, query.value);
    const count = countText(all.length, 'page');
    partOf(root, '[data-notes-said]').textContent =
      query.value.trim() === '' ? `Notes on ${count}.` : `Found on ${found.length} of ${count}.`;
    const list = buildLongList(found, { name: '', draw: (own) => buildNote(own, site) });
    partOf(root, '[data-notes-list]').replaceChildren(list);
  };
  query.addEventListener('input', show, { signal });
  notes.watch((present, error) => {
    all = searchable(byTopic(present), (topic) => titleOf(site, topic));
    partOf(root, '[data-notes-count]').textContent = all.length > 0 ? ` (${all.length})` : '';
    partOf(root, '[data-no-notes]').hidden = all.length > 0;
    partOf(root, '[data-own-notes]').hidden = all.length === 0;
    show();
    if (error) partOf(root, '[data-notes-said]').textContent = noteErrorTexts[error];
  }, signal);
}

function buildNote({ topic, title, note, links }: SearchableNotes, site: SiteIndex): HTMLElement {
  const address = addressOfNote(site, topic);
  return build(
    'li',
    'max-w-measure border-b border-rule py-3',
    build('h3', '', ...(address ? [buildLink(address, title)] : [`${title} (no longer on the site)`])),
    ...(note === '' ? [] : [build('p', 'my-1 wrap-anywhere whitespace-pre-wrap', note)]),
    ...(links.length === 0
      ? []
      : [build('ul', 'plain-list', ...links.map((link) => build('li', '', ...buildOwnLink(link))))]),
  );
}
