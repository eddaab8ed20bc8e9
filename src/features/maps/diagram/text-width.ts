/** Widths of characters in thousandths of the font size, for the sans-serif faces that systems use for body text. */
const narrow = new Set("ijlI.,:;'|!()[]{}tfr/\\ ");
const wide = new Set('mwMW@%');

/** Estimates how wide a text is drawn, in the unit of the font size; rounds up, so that boxes are never too small. */
export function textWidth(text: string, fontSize: number): number {
  const units = [...text].reduce((sum, char) => sum + charUnits(char), 0);
  return Math.ceil((units * fontSize) / 1000);
}

function charUnits(char: string): number {
  if (narrow.has(char)) return 380;
  if (wide.has(char)) return 920;
  return /\p{Lu}|\p{Nd}/u.test(char) ? 680 : 590;
}
