import { describe, expect, it } from 'vitest';
import { responseHeaders } from '#lib/security/response-headers.ts';
import { headersFor, parseHeaderRules } from '#scripts/serve/path-rules.ts';

describe('parseHeaderRules', () => {
  it('reads patterns and the headers indented below each, with colons in their values', () => {
    const text = "/a/*\n  X-One: 1\n  X-Two: two words\n\n/b\n  Content-Security-Policy: img-src 'self' data:\n";
    expect(parseHeaderRules(text).map(({ pattern, headers }) => [pattern, ...headers.flat()])).toEqual([
      ['/a/*', 'X-One', '1', 'X-Two', 'two words'],
      ['/b', 'Content-Security-Policy', "img-src 'self' data:"],
    ]);
  });

  it('reads lines that end as on Windows, and an empty file as no rules', () => {
    expect(parseHeaderRules('/a\r\n  X-One: 1\r\n')).toEqual([{ pattern: '/a', headers: [['X-One', '1']] }]);
    expect(parseHeaderRules('\n')).toEqual([]);
  });
});

describe('headersFor', () => {
  const rules = parseHeaderRules('/*\n  X-All: yes\n\n/docs/*\n  X-Docs: yes\n\n/exact\n  X-Exact: yes\n');
  const names = (path: string) => headersFor(path, rules).map(([name]) => name);

  it.each([
    ['/', ['X-All']],
    ['/docs/a/b', ['X-All', 'X-Docs']],
    ['/docs', ['X-All']],
    ['/exact', ['X-All', 'X-Exact']],
    ['/exact/more', ['X-All']],
  ])('gives %s the headers of every pattern that it matches', (path, expected) => {
    expect(names(path)).toEqual(expected);
  });
});

describe.each(['/', '/folder/'])('the headers of a site below %s', (base) => {
  const folders = ['_astro', 'offline', 'pagefind', 'topics'].map((name) => ({ name, isFolder: true }));
  const rules = parseHeaderRules(responseHeaders(base, [...folders, { name: 'sw.js', isFolder: false }]));
  const forever = 'public, max-age=31536000, immutable';

  it.each([
    { path: '', isPage: true, kept: 'public, max-age=60' },
    { path: 'topics/indexing/', isPage: true, kept: 'public, max-age=60' },
    { path: 'offline/', isPage: true, kept: undefined },
    { path: 'sw.js', isPage: true, kept: 'no-cache' },
    { path: 'offline/sets.json', isPage: true, kept: 'no-cache' },
    { path: '_astro/page.abc123.js', isPage: false, kept: forever },
    { path: 'pagefind/fragment/en_1a2b.pf_fragment', isPage: false, kept: forever },
    { path: 'pagefind/index/en_1a2b.pf_index', isPage: false, kept: forever },
    { path: 'pagefind/pagefind.js', isPage: false, kept: undefined },
    { path: 'pagefind/pagefind-entry.json', isPage: false, kept: undefined },
    { path: 'share/topics/jwt.png', isPage: false, kept: undefined },
  ])('protect /$path, a page: $isPage, and let browsers keep it: $kept', ({ path, isPage, kept }) => {
    const headers = headersFor(base + path, rules);
    const found = Object.fromEntries(headers);
    expect(headers, 'none twice').toHaveLength(Object.keys(found).length);
    expect(found).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    expect(found['Cache-Control']).toBe(kept);
    if (isPage) expect(found['Content-Security-Policy']).toContain("frame-ancestors 'none'");
    else expect(found).not.toHaveProperty('Content-Security-Policy');
  });
});
