/** A part of an element; its absence is a fault of the page's markup. */
export function part<T extends HTMLElement = HTMLElement>(element: HTMLElement, selector: string): T {
  const found = element.querySelector<T>(selector);
  if (!found) throw new Error(`${element.localName} needs ${selector}.`);
  return found;
}
