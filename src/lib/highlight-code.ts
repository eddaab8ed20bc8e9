import { readFileSync } from 'node:fs';
import { bundledLanguages, codeToHast, createCssVariablesTheme } from 'shiki';
import { escapeHtml } from './escape-html.ts';
import { keepFile, namesFor } from './kept-file.ts';

const nameOf = namesFor(['src/lib/highlight-code.ts', 'node_modules/shiki/package.json']);

/**
 * Code as HTML, with class names for its styles, because the content security policy forbids inline ones.
 * Kept from build to build: highlighting all pages takes a quarter of a build.
 */
export async function highlightCode(code: string, language: string): Promise<string> {
  const path = `.cache/code/${nameOf(language, code)}.html`;
  return readFileSync(await keepFile(path, () => highlight(code, language)), 'utf8');
}

const theme = createCssVariablesTheme();

/** Highlights code as `highlightCode` does, without a look at what was kept. */
export async function highlight(code: string, language: string): Promise<string> {
  // In a draft, the language may be one that Shiki doesn't know.
  const lang = language in bundledLanguages ? language : 'text';
  // Without a time limit: Shiki would leave the rest of a line plain after half a second, so a busy machine would make other pages.
  const root = await codeToHast(code, { lang, theme, tokenizeTimeLimit: 0, mergeSameStyleTokens: true });
  const [pre] = root.children as HighlightedNode[];
  return pre?.children?.[0]?.children?.map(toHtml).join('') ?? '';
}

/** A node of Shiki's: a line, a piece of one in a style, or text. */
interface HighlightedNode {
  readonly value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly HighlightedNode[];
}

/** `color:var(--shiki-token-keyword)` becomes `class="tk-keyword"`; what `code.css` gives no color gets no element. */
function toHtml({ value, properties, children = [] }: HighlightedNode): string {
  if (value !== undefined) return escapeHtml(value);
  const token = /--shiki-token-(comment|constant|function|keyword|string)/u.exec(String(properties?.['style']))?.[1];
  const content = children.map(toHtml).join('');
  return token ? `<span class="tk-${token}">${content}</span>` : content;
}
