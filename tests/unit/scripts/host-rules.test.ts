import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { caddyHeaders, caddyRedirects, nginxHeaders, nginxMaps, nginxRedirects } from '#scripts/hosts/host-rules.ts';
import { parseRedirects } from '#scripts/serve/path-rules.ts';
import { hostErrors } from '#scripts/site/site-errors.ts';

const rules = [
  { pattern: '/*', headers: [['X-All', 'a']] },
  { pattern: '/sw.js', headers: [['Cache-Control', 'no-cache']] },
  { pattern: '/topics/*', headers: [['X-Quoted', 'say "yes"']] },
] as const;

test('nginx gets a map for each header, with patterns as expressions and the last pattern first', () => {
  const text = nginxMaps([...rules, { pattern: '/topics/new/*', headers: [['X-Quoted', 'no']] }]);
  expect(text).toContain('map $uri $wayline_x_all {\n  default "";\n  "~^/" "a";\n}');
  expect(text).toContain('"~^/sw\\.js$" "no-cache";');
  expect(text.indexOf('"~^/topics/new/"')).toBeLessThan(text.indexOf('"~^/topics/" "say \\"yes\\""'));
});

test('nginx asks again for files without a rule, and keeps no error', () => {
  const text = nginxMaps(rules);
  expect(text).toContain('map $uri $wayline_cache_control {\n  default "public, max-age=0, must-revalidate";');
  expect(text).toContain('"~^[45]" "no-cache";');
  expect(nginxHeaders(rules)).toBe(
    'add_header X-All $wayline_x_all always;\nadd_header X-Quoted $wayline_x_quoted always;\nadd_header Cache-Control $wayline_age always;\n',
  );
});

test('Caddy gets a block for each pattern, and a lifetime for everything else', () => {
  expect(caddyHeaders(rules)).toBe(
    'header ?Cache-Control "public, max-age=0, must-revalidate"\nheader /* {\n\tX-All "a"\n}\nheader /sw.js {\n\tCache-Control "no-cache"\n}\nheader /topics/* {\n\tX-Quoted "say \\"yes\\""\n}\n',
  );
});

test('redirects lead from every former address, or all below one, to the present one', () => {
  const moved = parseRedirects('# moved\n/topics/old/ /topics/new/ 301\n\n/learn/a.b/* /learn/ 301\n');
  expect(moved).toEqual([
    { from: '/topics/old/', to: '/topics/new/' },
    { from: '/learn/a.b/*', to: '/learn/' },
  ]);
  expect(nginxRedirects(moved)).toBe(
    'map $uri $wayline_moved {\n  default "";\n  "/topics/old/" "/topics/new/";\n  "~^/learn/a\\.b/" "/learn/";\n}\n',
  );
  expect(caddyRedirects(moved)).toContain('redir /topics/old/ /topics/new/ permanent\n');
});

test('a site with too many files, or a file that is too large, is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  try {
    writeFileSync(join(folder, 'small.txt'), 'x');
    writeFileSync(join(folder, 'large.wasm'), '');
    truncateSync(join(folder, 'large.wasm'), 26 * 1024 * 1024);
    const site = { folder, base: '/', pages: [] };
    expect(hostErrors({ ...site, files: new Set(['/small.txt']) })).toEqual([]);
    expect(hostErrors({ ...site, files: new Set(['/small.txt', '/large.wasm']) })).toEqual([
      '/large.wasm has more than 25 MiB, which Cloudflare Pages does not take.',
    ]);
    const many = { size: 20_001, [Symbol.iterator]: () => [][Symbol.iterator]() } as unknown as ReadonlySet<string>;
    expect(hostErrors({ ...site, files: many })).toEqual(['The site has 20001 files; Cloudflare Pages takes 20,000.']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
