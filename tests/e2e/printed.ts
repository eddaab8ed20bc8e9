import type { Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';

/** A piece of text on paper, in points from the left and the bottom of its sheet. */
interface PrintedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** A sheet of paper, in points, with the texts of the page itself. */
export interface Sheet {
  readonly width: number;
  readonly texts: readonly PrintedText[];
  /** What stands in the margin below: the number of the sheet. */
  readonly foot: string;
}

/** Sheets keep at least this free on all sides; below it only their number stands. */
const margin = 33;

/** Prints a page as a browser would and reads the sheets. */
export async function printPage(page: Page, format: 'A4' | 'Letter'): Promise<readonly Sheet[]> {
  const document = await getDocumentProxy(new Uint8Array(await page.pdf({ format, preferCSSPageSize: false })));
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const sheet = await document.getPage(index + 1);
      const { items } = await sheet.getTextContent();
      const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [toText(item)] : []));
      return {
        width: sheet.getViewport({ scale: 1 }).width,
        texts: texts.filter(({ bottom }) => bottom > margin),
        foot: texts
          .filter(({ bottom }) => bottom <= margin)
          .map(({ text }) => text)
          .join(''),
      };
    }),
  );
}

function toText(item: { str: string; width: number; transform: number[] }): PrintedText {
  const [, , , , left = 0, bottom = 0] = item.transform;
  return { text: item.str, left, right: left + item.width, bottom };
}

/** Texts that leave the part of their sheet that a printer reaches. */
export function textsOffSheet(sheets: readonly Sheet[]): string[] {
  return sheets.flatMap(({ width, texts }) =>
    texts.filter(({ left, right }) => left < margin - 1 || right > width - margin + 1).map(({ text }) => text),
  );
}

/** Everything on the sheets, in order, without white space: where lines break does not matter. */
export function textOf(sheets: readonly Sheet[]): string {
  return sheets.flatMap(({ texts }) => texts.map(({ text }) => squeeze(text))).join('');
}

/** Whether words stand on the sheets, in one piece or, where a sheet ends, in two: what lies on top is printed in between. */
export function isPrinted(words: string, sheets: readonly Sheet[]): boolean {
  const text = textOf(sheets);
  const wanted = squeeze(words);
  let found = wanted.length;
  while (found > 0 && !text.includes(wanted.slice(0, found))) found -= 1;
  return found > 0 && text.includes(wanted.slice(found));
}

export const squeeze = (text: string) => text.replaceAll(/\s+/gu, '');
