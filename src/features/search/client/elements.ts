import { build } from '#lib/browser/build.ts';
import type { Piece } from '../excerpt.ts';

/** A button that does something at once. */
export function buildButton(label: string, press: () => void): HTMLButtonElement {
  const button = build('button', 'search-chip', label);
  button.type = 'button';
  button.addEventListener('click', press);
  return button;
}

/** Text with its hits in `<mark>`. */
export function buildPieces(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, isHit }) => (isHit ? build('mark', '', text) : text));
}
