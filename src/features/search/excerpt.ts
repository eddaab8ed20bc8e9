/** A piece of text, and whether it is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

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
