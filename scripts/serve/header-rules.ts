/** A path pattern of a `_headers` file, and the headers that it adds. */
export interface HeaderRule {
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
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

/** The headers of a path; a `*` stands only at a pattern's end, as hosts allow it. */
export function headersFor(path: string, rules: readonly HeaderRule[]): (readonly [name: string, value: string])[] {
  return rules
    .filter(({ pattern }) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern))
    .flatMap(({ headers }) => headers);
}
