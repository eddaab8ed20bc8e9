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

/** A button of the site. */
export function buildButton(label: string, press?: () => unknown): HTMLButtonElement {
  const button = build('button', 'button', label);
  button.type = 'button';
  if (press) button.addEventListener('click', () => void press());
  return button;
}
