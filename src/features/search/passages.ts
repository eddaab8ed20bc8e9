import { termsOf, wordsOf } from '#lib/text/text.ts';

/** A piece of text, and whether it is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

/** What full text found on a page. */
export interface Passage {
  /** From the site's root. */
  readonly address: string;
  readonly title: string;
  readonly pieces: readonly Piece[];
  /** Whether all the words stand in the passage. */
  readonly isWhole: boolean;
  /** The heading above the passage, when it is not the page's own. */
  readonly section: { readonly title: string; readonly anchor: string } | undefined;
}

const entities = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }));

/** Pagefind's excerpt, HTML whose only tag is `<mark>`, as pieces of plain text. */
export function splitExcerpt(html: string): Piece[] {
  return html
    .split(/(<mark>.*?<\/mark>)/su)
    .map((part) => ({ text: decodeEntities(part.replaceAll(/<\/?mark>/gu, '')), isHit: part.startsWith('<mark>') }))
    .filter(({ text }) => text !== '');
}

function decodeEntities(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities.get(name.toLowerCase()) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** How many of the words stand in a passage. */
export function countWords(pieces: readonly Piece[], words: readonly string[]): number {
  const hits = new Set(pieces.flatMap(({ text, isHit }) => (isHit ? termsOf(text) : [])));
  return words.filter((word) => wordsOf(word).every((part) => termsOf(part).some((term) => hits.has(term)))).length;
}

/** A text in pieces, those marked that have one of the terms. */
export function markTerms(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: { text: string; isHit: boolean }[] = [];
  for (const [part] of text.matchAll(/(?:[\s(),;:!?"“”]|\.(?=\s|$))+|(?:[^\s(),;:!?"“”.]|\.(?!\s|$))+/gu)) {
    const isHit = termsOf(part).some((term) => terms.has(term));
    const last = pieces.at(-1);
    if (last && last.isHit === isHit) last.text += part;
    else pieces.push({ text: part, isHit });
  }
  return pieces;
}
