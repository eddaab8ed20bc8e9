import type { HeaderRule, Redirect } from '../serve/path-rules.ts';

/** The `Cache-Control` of files that no rule gives one. */
const askAgain = 'public, max-age=0, must-revalidate';

/** The `Cache-Control` of errors everywhere: one below `_astro/` must not be kept forever. */
const forError = 'no-cache';

const variableOf = (name: string) => `$wayline_${name.toLowerCase().replaceAll('-', '_')}`;

const escapeRegExp = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/**
 * The headers as nginx has them: a `map` from the path to the value of each header. A map knows the path decoded, without
 * double slashes and after the step to the page for errors, so every spelling of a path gets the same headers. nginx takes the
 * first pattern that fits, `_headers` the last: the order is turned around. A header without a value is not sent.
 */
export function nginxMaps(rules: readonly HeaderRule[]): string {
  const names = new Set(['Cache-Control', ...rules.flatMap(({ headers }) => headers.map(([name]) => name))]);
  const blocks = [...names].map((name) => {
    const rows = rules.toReversed().flatMap(({ pattern, headers }) => {
      const value = headers.find(([each]) => each === name)?.[1];
      if (value === undefined) return [];
      const path = pattern.endsWith('*')
        ? `"~^${escapeRegExp(pattern.slice(0, -1))}"`
        : `"~^${escapeRegExp(pattern)}$"`;
      return [`  ${path} "${value.replaceAll('"', '\\"')}";`];
    });
    const other = name === 'Cache-Control' ? askAgain : '';
    return [`map $uri ${variableOf(name)} {`, `  default "${other}";`, ...rows, '}'].join('\n');
  });
  const age = `map $status $wayline_age {\n  default ${variableOf('Cache-Control')};\n  "~^[45]" "${forError}";\n}`;
  return `${[...blocks, age].join('\n\n')}\n`;
}

/** Sends every header of the maps, with errors too. */
export function nginxHeaders(rules: readonly HeaderRule[]): string {
  const names = new Set(rules.flatMap(({ headers }) => headers.map(([name]) => name)));
  names.delete('Cache-Control');
  const lines = [...names].map((name) => `add_header ${name} ${variableOf(name)} always;\n`);
  return `${lines.join('')}add_header Cache-Control $wayline_age always;\n`;
}

/** Where pages that moved are now, as a `map` from the path. */
export const nginxRedirects = (redirects: readonly Redirect[]): string =>
  [
    'map $uri $wayline_moved {',
    '  default "";',
    ...redirects.map(({ from, to }) =>
      from.endsWith('*') ? `  "~^${escapeRegExp(from.slice(0, -1))}" "${to}";` : `  "${from}" "${to}";`,
    ),
    '}\n',
  ].join('\n');

/**
 * The headers as Caddy has them: a `header` for each pattern. Caddy takes the most particular pattern first; what has no
 * `Cache-Control` by then gets the one of the first line.
 */
export function caddyHeaders(rules: readonly HeaderRule[]): string {
  const blocks = rules.map(({ pattern, headers }) => {
    const lines = headers.map(([name, value]) => `\t${name} "${value.replaceAll('"', '\\"')}"`);
    return [`header ${pattern} {`, ...lines, '}'].join('\n');
  });
  return `${[`header ?Cache-Control "${askAgain}"`, ...blocks].join('\n')}\n`;
}

/** Redirects as Caddy has them, which refuses an empty file. */
export const caddyRedirects = (redirects: readonly Redirect[]): string =>
  ['# Pages that moved\n', ...redirects.map(({ from, to }) => `redir ${from} ${to} permanent\n`)].join('');
