import { describe, expect, it } from 'vitest';
import { responseHeaders } from '#lib/security/response-headers.ts';

const entries = [
  { name: 'index.html', isFolder: false },
  { name: 'topics', isFolder: true },
  { name: '_astro', isFolder: true },
  { name: 'shards', isFolder: true },
];
const text = responseHeaders('/', entries);

describe('the response headers', () => {
  it.each([
    'X-Content-Type-Options: nosniff',
    'X-Frame-Options: DENY',
    'Referrer-Policy: strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy: same-origin',
    'Cross-Origin-Resource-Policy: same-origin',
  ])('hold %s', (header) => {
    expect(text).toContain(`\n  ${header}\n`);
  });

  it('ask for encrypted connections for at least a year, and leave the share button alone', () => {
    expect(Number(/max-age=(\d+); includeSubDomains/.exec(text)?.[1])).toBeGreaterThanOrEqual(31_536_000);
    expect(text).not.toContain('web-share');
  });

  it('say what pages may do with every page, and with no file that is none', () => {
    const blocks = text.split('\n\n').map((block) => block.split('\n'));
    const limited = blocks.flatMap(([path, ...headers]) =>
      ['Permissions-Policy', 'Cross-Origin-Opener-Policy'].every((name) =>
        headers.some((header) => header.startsWith(`  ${name}: `)),
      )
        ? [path]
        : [],
    );
    expect(limited).toEqual(['/', '/index.html', '/topics/*']);
  });

  it('write every pattern below the folder of the site', () => {
    const patterns = responseHeaders('/folder/', entries).match(/^\S.*$/gm) ?? [];
    expect(patterns.length).toBeGreaterThan(1);
    expect(patterns.filter((pattern) => !pattern.startsWith('/folder/'))).toEqual([]);
  });
});
