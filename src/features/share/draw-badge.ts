import { escapeHtml } from '#lib/escape-html.ts';

/** Width of a character of the badge's font at 11 px, in pixels; Verdana's average, so that other fonts fit too. */
const characterWidth = 6.9;
const padding = 8;
const height = 20;
const brand = 'Wayline';

/** Draws a badge for a README as SVG: the brand on dark, the line's title on its color. */
export function drawBadge({ title, color }: { readonly title: string; readonly color: string }): string {
  const width = (text: string) => Math.round(text.length * characterWidth) + 2 * padding;
  const [left, right] = [width(brand), width(title)];
  const escaped = escapeHtml(title);
  const text = (x: number, words: string, length: number) =>
    `<text x="${x}" y="14" textLength="${length - 2 * padding}" lengthAdjust="spacingAndGlyphs">${words}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${height}" role="img" aria-label="${brand}: ${escaped}">`,
    `<clipPath id="r"><rect width="${left + right}" height="${height}" rx="4"/></clipPath>`,
    `<g clip-path="url(#r)"><rect width="${left}" height="${height}" fill="#15171d"/><rect x="${left}" width="${right}" height="${height}" fill="${color}"/></g>`,
    `<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">`,
    text(padding, brand, left),
    text(left + padding, escaped, right),
    '</g></svg>',
  ].join('');
}
