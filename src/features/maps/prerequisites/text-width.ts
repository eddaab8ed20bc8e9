/** Advance widths of Overpass 600 in thousandths of the font size, from U+0020 to U+007E. */
const ADVANCES = [
  245, 291, 430, 696, 599, 858, 700, 235, 363, 363, 546, 639, 241, 410, 237, 512, 653, 391, 612, 601, 636, 614, 609,
  532, 623, 609, 237, 237, 639, 639, 639, 512, 826, 704, 679, 642, 701, 616, 571, 684, 714, 292, 554, 692, 564, 808,
  715, 725, 636, 725, 682, 609, 596, 704, 672, 845, 653, 670, 643, 387, 512, 387, 639, 494, 300, 547, 572, 528, 572,
  551, 352, 573, 582, 273, 273, 550, 281, 866, 582, 564, 574, 573, 408, 485, 388, 582, 543, 737, 557, 555, 531, 380,
  291, 380, 639,
] as const;
/** Fallback faces run wider than Overpass. */
const ALLOWANCE = 1.04;

/** Estimated width of a text in the map's label face; unknown characters count as wide ones. */
function measureText(text: string, size: number): number {
  const thousandths = [...text].reduce((sum, char) => sum + (ADVANCES[(char.codePointAt(0) ?? 0) - 32] ?? 900), 0);
  return (thousandths / 1000) * size * ALLOWANCE;
}

/** Breaks a text into the fewest lines, at most `most`, that fit `width`, as even as possible. */
export function wrapText(
  text: string,
  { size, width, most }: { readonly size: number; readonly width: number; readonly most: number },
): readonly string[] {
  // A lone ampersand at the end of a line looks lost.
  const words = text.replaceAll(' & ', ' &\u00a0').split(' ');
  for (let count = 1; count < Math.min(most, words.length); count += 1) {
    const lines = splitEvenly(words, { count, size });
    if (widestOf(lines, size) <= width) return lines;
  }
  return splitEvenly(words, { count: Math.min(most, words.length), size });
}

/** Width of the widest of some lines of text. */
export function widestOf(lines: readonly string[], size: number): number {
  return Math.max(0, ...lines.map((line) => measureText(line, size)));
}

function splitEvenly(
  words: readonly string[],
  { count, size }: { readonly count: number; readonly size: number },
): readonly string[] {
  if (count <= 1) return [words.join(' ').replaceAll('\u00a0', ' ')];
  let best: readonly string[] | undefined;
  for (let end = 1; end <= words.length - count + 1; end += 1) {
    const lines = [words.slice(0, end).join(' '), ...splitEvenly(words.slice(end), { count: count - 1, size })];
    if (!best || widestOf(lines, size) < widestOf(best, size)) best = lines;
  }
  return best ?? [];
}
