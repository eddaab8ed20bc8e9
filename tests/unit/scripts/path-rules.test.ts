import { describe, expect, it } from 'vitest';
import { responseHeaders } from '#lib/security/response-headers.ts';
import { headersFor, parseHeaderRules } from '#scripts/serve/path-rules.ts';

describe('parseHeaderRules', () => {
  it('reads a pattern and the headers indented below it', () => {
    expect(parseHeaderRules('/a/*\n  X-One: 1\n  X-Two: two words\n')).toEqual([
      {
        pattern: '/a/*',
        headers: [
          ['X-One', '1'],
          ['X-Two', 'two words'],
        ],
      },
    ]);
  });

  it('reads one rule after the other', () => {
    expect(parseHeaderRules('/a\n  X-One: 1\n\n/b\n  X-Two: 2\n').map(({ pattern }) => pattern)).toEqual(['/a', '/b']);
  });

  it('keeps colons in a value', () => {
    expect(parseHeaderRules("/*\n  Content-Security-Policy: img-src 'self' data:\n")[0]?.headers).toEqual([
      ['Content-Security-Policy', "img-src 'self' data:"],
    ]);
  });

  it('reads lines that end as on Windows', () => {
    expect(parseHeaderRules('/a\r\n  X-One: 1\r\n')).toEqual([{ pattern: '/a', headers: [['X-One', '1']] }]);
  });

  it('reads an empty file as no rules', () => {
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
  const entries = ['_astro', 'offline', 'pagefind', 'topics'].map((name) => ({
    name,
    isFolder: true,
  }));
  const rules = parseHeaderRules(responseHeaders(base, [...entries, { name: 'sw.js', isFolder: false }]));
  const headerOf = (path: string, name: string) => headersFor(base + path, rules).find(([each]) => each === name)?.[1];

  it.each(['', 'topics/indexing/', 'sw.js'])('protect /%s', (path) => {
    expect(headerOf(path, 'Content-Security-Policy')).toContain("frame-ancestors 'none'");
    expect(headerOf(path, 'X-Content-Type-Options')).toBe('nosniff');
  });

  it.each(['_astro/page.abc123.js', 'pagefind/pagefind.js', 'share/topics/jwt.png'])(
    'keep /%s for this site, without a policy that it has no page for',
    (path) => {
      expect(headerOf(path, 'Cross-Origin-Resource-Policy')).toBe('same-origin');
      expect(headerOf(path, 'X-Content-Type-Options')).toBe('nosniff');
      expect(headerOf(path, 'Content-Security-Policy')).toBeUndefined();
    },
  );

  it.each(['_astro/page.abc123.js', 'pagefind/fragment/en_1a2b.pf_fragment'])(
    'let browsers keep /%s, whose name changes with its content',
    (path) => {
      expect(headerOf(path, 'Cache-Control')).toBe('public, max-age=31536000, immutable');
    },
  );

  it.each(['', 'topics/indexing/'])('let a page that was fetched ahead be shown a minute later: /%s', (path) => {
    expect(headerOf(path, 'Cache-Control')).toBe('public, max-age=60');
  });

  it.each(['offline/', 'pagefind/pagefind.js', 'pagefind/pagefind-entry.json'])(
    'make browsers ask again for /%s',
    (path) => {
      expect(headerOf(path, 'Cache-Control')).toBeUndefined();
    },
  );

  it.each(['sw.js', 'offline/sets.json'])('forbid hosts a default of their own for /%s', (path) => {
    expect(headerOf(path, 'Cache-Control')).toBe('no-cache');
  });

  it.each([
    '',
    'topics/indexing/',
    '_astro/page.abc123.js',
    'pagefind/index/en_1a2b.pf_index',
    'offline/sets.json',
    'sw.js',
  ])('set no header of /%s twice', (path) => {
    const names = headersFor(base + path, rules).map(([name]) => name);
    expect(names.length).toBe(new Set(names).size);
  });
});
