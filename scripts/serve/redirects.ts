/** An address that leads to another, as a line of `_redirects` says it. A `*` at its end stands for anything. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** Reads a `_redirects` file: an address, where it leads, and the status, with blanks between. */
export const parseRedirects = (text: string): Redirect[] =>
  text.split('\n').flatMap((line) => {
    const [from, to] = line.trim().split(/\s+/u);
    return from && to && !from.startsWith('#') ? [{ from, to }] : [];
  });

/** Where an address leads; undefined for one that leads nowhere else. */
export const redirectOf = (path: string, redirects: readonly Redirect[]): string | undefined =>
  redirects.find(({ from }) => (from.endsWith('*') ? path.startsWith(from.slice(0, -1)) : path === from))?.to;
