/** The part of an element that a selector names; throws with the element's tag when it is missing. */
export function partOf<T extends HTMLElement = HTMLElement>(root: HTMLElement, selector: string): T {
  const part = root.querySelector<T>(selector);
  if (!part) throw new Error(`${root.localName} needs ${selector}.`);
  return part;
}
