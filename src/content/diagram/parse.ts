import { readFlow } from './read-flow.ts';
import { readSequence } from './read-sequence.ts';
import type { Diagram, DiagramProblem, Line } from './types.ts';

export type * from './types.ts';

/** Reads the part of Mermaid's language that the content guide describes. */
export function parseDiagram(code: string): Diagram | { readonly problems: readonly DiagramProblem[] } {
  const lines = code
    .split('\n')
    .map((text, index) => ({ text: text.trim(), line: index + 1 }))
    .filter(({ text }) => text !== '');
  const [head = { text: '', line: 1 }, ...rest] = lines;
  const direction = /^(?:flowchart|graph) (LR|TD)$/u.exec(head.text)?.[1];
  if (!direction && head.text !== 'sequenceDiagram') {
    const fix = 'Begin with `flowchart LR`, `flowchart TD` or `sequenceDiagram`.';
    return { problems: [{ line: 1, message: `"${head.text}" is not a diagram.`, fix }] };
  }
  const problems: DiagramProblem[] = [];
  const title = take(rest, 'accTitle');
  const description = take(rest, 'accDescr');
  if (!title) problems.push({ line: 1, message: 'The diagram has no title.', fix: 'Add a line `accTitle: …`.' });
  if (!description) {
    problems.push({ line: 1, message: 'The diagram has no description.', fix: 'Add a line `accDescr: …`.' });
  }
  const body = rest.filter(({ text }) => !/^acc(?:Title|Descr):/u.test(text));
  const parsed = direction
    ? { kind: 'flowchart' as const, direction: direction as 'LR' | 'TD', ...readFlow(body, problems) }
    : { kind: 'sequence' as const, ...readSequence(body, problems) };
  return problems.length > 0 ? { problems } : { title, description, ...parsed };
}

/** The text behind `key:`, or an empty one. */
function take(lines: readonly Line[], key: string): string {
  const found = lines.find(({ text }) => text.startsWith(`${key}:`))?.text ?? '';
  return found.slice(key.length + 1).trim();
}
