/** A path pattern of a `_headers` file, and the headers that it adds. */
export interface HeaderRule {
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** An address that leads to another, as a line of `_redirects` says it. A `*` at its end stands for anything. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** Reads a `_headers` file: patterns at the line's start, headers indented below. */
export function parseHeaderRules(text: string): HeaderRule[] {
  const blocks = text.split(/\n(?=\S)/u).filter((block) => block.trim() !== '');
  return blocks.map((block) => {
    const [pattern = '', ...lines] = block.trim().split('\n');
    const headers = lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const;
    });
    return { pattern: pattern.trim(), headers };
  });
}

/** Reads a `_redirects` file: an address, where it leads, and the status, with blanks between. */
export const parseRedirects = (text: string): Redirect[] =>
  text.split('\n').flatMap((line) => {
    const [from, to] = line.trim().split(/\s+/u);
    return from && to && !from.startsWith('#') ? [{ from, to }] : [];
  });

/** The headers of a path. */
export const headersFor = (path: string, rules: readonly HeaderRule[]): (readonly [name: string, value: string])[] =>
  rules.filter(({ pattern }) => matches(path, pattern)).flatMap(({ headers }) => headers);

/** Where an address leads; undefined for one that leads nowhere else. */
export const redirectOf = (path: string, redirects: readonly Redirect[]): string | undefined =>
  redirects.find(({ from }) => matches(path, from))?.to;

/** A `*` stands only at a pattern's end, as hosts allow it. */
const matches = (path: string, pattern: string) =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
