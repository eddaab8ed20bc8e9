import { readFileSync } from 'node:fs';
import { bundledLanguages, createCssVariablesTheme, createHighlighter } from 'shiki';
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

let highlighter: ReturnType<typeof createHighlighter> | undefined;

/** Highlights code as `highlightCode` does, without a look at what was kept. */
export async function highlight(code: string, language: string): Promise<string> {
  highlighter ??= createHighlighter({ themes: [createCssVariablesTheme()], langs: [] });
  const shiki = await highlighter;
  // In a draft, the language may be one that Shiki doesn't know.
  const lang = isBundled(language) ? language : 'text';
  await shiki.loadLanguage(lang);
  // Without a time limit: Shiki would leave the rest of a line plain after half a second, so a busy machine would make other pages.
  const root = shiki.codeToHast(code, { lang, theme: 'css-variables', tokenizeTimeLimit: 0 });
  const [pre] = root.children as HighlightedNode[];
  return pre?.children?.[0]?.children?.map(toHtml).join('') ?? '';
}

const isBundled = (language: string): language is keyof typeof bundledLanguages => language in bundledLanguages;

/** A node of Shiki's: a line, a piece of one in a style, or text. */
interface HighlightedNode {
  readonly value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly HighlightedNode[];
}

/** The theme writes `color:var(--shiki-token-keyword)`, which becomes `class="tk-keyword"`. */
function toHtml({ value, properties, children = [] }: HighlightedNode): string {
  if (value !== undefined) return escapeHtml(value);
  const token = /--shiki-token-([a-z-]+)/u.exec(String(properties?.['style']))?.[1];
  return `<span${token ? ` class="tk-${token}"` : ''}>${children.map(toHtml).join('')}</span>`;
}
