import type { Piece } from '#domain/search/excerpt.ts';

/** Builds an element from its class and its content; text never becomes markup. */
export function build<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...content);
  return element;
}

/** A link of the site. */
export function buildLink(address: string, ...content: readonly (Node | string)[]): HTMLAnchorElement {
  const link = build('a', '', ...content);
  link.href = address;
  return link;
}

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
