const marker = /^\s*(?:\/\/|#|--|<!--|\/\*|;|%)\s*#?(end)?region\b\s*([\w-]*)/u;

/**
 * What a code fence quotes from an example project, `from=src/pool.js#borrow`, or undefined when it quotes nothing.
 * @param meta the words behind the fence's language.
 * @param example the files of the project by path below `example/`.
 * @returns that name, and what the file or the region holds; undefined when the project has no such file or region.
 */
export function quotedText(meta: string, example: ReadonlyMap<string, string>) {
  const name = /(?:^|\s)from=(\S+)/u.exec(meta)?.[1];
  if (name === undefined) return undefined;
  const [path = '', region] = name.split('#');
  const file = example.get(path);
  return { name, text: file === undefined ? undefined : cutRegion(file, region) };
}

/** The names of a file's regions. */
export function regionsOf(file: string): readonly string[] {
  return file.split('\n').flatMap((line) => {
    const [, end, name] = marker.exec(line) ?? [];
    return name && end === undefined ? [name] : [];
  });
}

/** The lines between a region's markers, or all of a file, without markers. */
function cutRegion(file: string, region: string | undefined): string | undefined {
  const lines = file.replace(/\n$/u, '').split('\n');
  if (region === undefined) return lines.filter((line) => !marker.test(line)).join('\n');
  const isMarker = (line: string, isEnd: boolean) => {
    const [, end, name] = marker.exec(line) ?? [];
    return name === region && (end !== undefined) === isEnd;
  };
  const start = lines.findIndex((line) => isMarker(line, false));
  const end = lines.findIndex((line, index) => index > start && isMarker(line, true));
  if (start === -1 || end === -1) return undefined;
  return lines
    .slice(start + 1, end)
    .filter((line) => !marker.test(line))
    .join('\n')
    .replace(/^\n+|\n+$/gu, '');
}
