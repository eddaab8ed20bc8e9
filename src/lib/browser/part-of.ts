/** The part of an element that a selector names; throws with the element's tag when it is missing. */
export function partOf<T extends HTMLElement = HTMLElement>(root: Element, selector: string): T {
  const part = root.querySelector<T>(selector);
  if (!part) throw new Error(`${root.localName} needs ${selector}.`);
  return part;
}

/** The element that the address of the page points at; undefined for none, and for a fragment with a broken escape. */
export function addressedElement(): HTMLElement | undefined {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1))) ?? undefined;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** Opens what the address points at, or the part of `root` that holds it, and scrolls there: not every browser does that by itself. */
export function openAddressed(root: Element): void {
  const target = addressedElement();
  const details = target?.closest('details') ?? target?.querySelector<HTMLDetailsElement>(':scope > details');
  if (!target || !details || !root.contains(details)) return;
  details.open = true;
  target.scrollIntoView();
}
