/** Where links of a page lead in its Markdown. */
export interface LinkTargets {
  /** The whole address of an address of the site. */
  readonly absolute: (address: string) => string;
}

/** A body as authors write it, as Markdown that any reader understands: no components, whole addresses. */
export function plainMarkdown(body: string, targets: LinkTargets): string {
  return splitFences(body)
    .map(({ text, isCode }) => (isCode ? text : plainProse(text, targets)))
    .join('')
    .trim();
}

/** Code fences with the prose between them; what stands in a fence stays as it is. */
function splitFences(body: string): { text: string; isCode: boolean }[] {
  const pieces: { text: string; isCode: boolean }[] = [];
  let from = 0;
  for (const match of body.matchAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1[ \t]*$/gmu)) {
    pieces.push({ text: body.slice(from, match.index), isCode: false }, { text: match[0], isCode: true });
    from = match.index + match[0].length;
  }
  return [...pieces, { text: body.slice(from), isCode: false }];
}

function plainProse(text: string, { absolute }: LinkTargets): string {
  return text
    .replaceAll(/^<Check ask="([^"]*)"[^>]*>$/gmu, '**Question:** $1')
    .replaceAll(/^<Note title="([^"]*)"[^>]*>$/gmu, '**$1**')
    .replaceAll(/^<\/(?:Check|Note)>\n?/gmu, '')
    .replaceAll(/\[([^\]]+)\]\((\/[^)\s]*)\)/gu, (_, words: string, address: string) => {
      return `[${words}](${absolute(address)})`;
    });
}
