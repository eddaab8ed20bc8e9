import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Field, Issue } from './issue.ts';
import type { ContentFile } from './read-files.ts';

/** Parsed YAML that knows where its fields stand. */
export interface FrontMatter {
  readonly value: unknown;
  /** Line of a field in the file, counted from 1; the nearest parent's line when the field is missing. */
  readonly lineOf: (field: Field) => number;
}

/** Reads the YAML between the `---` lines at the top of a file. */
export function parseFrontMatter({ path, text }: ContentFile): FrontMatter | Issue {
  const front = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/u.exec(text)?.[1];
  if (front !== undefined) return parseYaml(front, { path, firstLine: 2 });
  const message = 'The file does not start with front matter between two lines "---".';
  return { code: 'S001', path, field: '', line: 1, message, fix: 'Add it; `npm run new` shows how it looks.' };
}

/** Reads YAML whose first line is line `firstLine` of the file. */
export function parseYaml(text: string, { path, firstLine }: { path: string; firstLine: number }): FrontMatter | Issue {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const line = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const fix = 'Correct the YAML; text with ": " or a leading quote, bracket or star needs quotes.';
  const [error] = document.errors;
  if (error) {
    return { code: 'S001', path, field: '', line: line(error.pos[0]), message: `${error.message}.`, fix };
  }
  const lineOf: FrontMatter['lineOf'] = (field) => {
    for (let length = field.length; length > 0; length -= 1) {
      const node = document.getIn(field.slice(0, length), true);
      if (isNode(node) && node.range) return line(node.range[0]);
    }
    return firstLine;
  };
  try {
    return { value: document.toJS(), lineOf };
  } catch (unresolved) {
    // A leading star is an alias in YAML, which is followed only here.
    return { code: 'S001', path, field: '', line: firstLine, message: `${(unresolved as Error).message}.`, fix };
  }
}
