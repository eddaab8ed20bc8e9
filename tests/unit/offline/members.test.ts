import { describe, expect, it } from 'vitest';
import { addressOfFile, isHashed, mediaType, membersOf } from '#features/offline/members.ts';

describe('the files of the offline copy', () => {
  it('are the pages and what they are made of', () => {
    const paths = [
      'index.html',
      'topics/jwt/index.html',
      'offline/missing/index.html',
      '_astro/site.abc.js',
      'search/jump.json',
      'plan/data.json',
      'favicon.svg',
      'feed.xml',
      'site.webmanifest',
      'anki/backend-developer.txt',
      'pagefind/pagefind.js',
      'pagefind/pagefind-entry.json',
      'pagefind/pagefind.en_1.pf_meta',
      'pagefind/wasm.en.pagefind',
      'pagefind/index/en_1.pf_index',
    ];
    expect(membersOf(paths)).toEqual(paths);
  });

  it.each([
    'share/topics/jwt.png',
    'schemas/topic.json',
    '404.html',
    '_headers',
    'sw.js',
    'offline/edition.json',
    'offline/packs/0123456789abcdef.bundle',
    'sitemap-0.xml',
    'llms-full.txt',
    'robots.txt',
    'pagefind/pagefind-ui.js',
    'pagefind/pagefind-worker.js',
    'pagefind/wasm.unknown.pagefind',
  ])('leave out %s', (path) => {
    expect(membersOf([path])).toEqual([]);
  });

  it('leave out pages once more as Markdown and JSON, and keep data that is no page', () => {
    const paths = ['topics/jwt/index.html', 'topics/jwt.json', 'topics/jwt.md', 'practice/cards.json'];
    expect(membersOf(paths)).toEqual(['topics/jwt/index.html', 'practice/cards.json']);
  });

  it('are asked for by the addresses of a browser', () => {
    expect(['index.html', 'topics/jwt/index.html', '_astro/index.js', 'topics/index.html'].map(addressOfFile)).toEqual([
      '',
      'topics/jwt/',
      '_astro/index.js',
      'topics/',
    ]);
  });

  it('have the media types that hosts send', () => {
    expect(
      ['', 'topics/jwt/', 'a.js', 'a.css', 'search/jump.json', 'feed.xml', 'x.woff2', 'x.pf_index'].map(mediaType),
    ).toEqual([
      'text/html; charset=utf-8',
      'text/html; charset=utf-8',
      'text/javascript; charset=utf-8',
      'text/css; charset=utf-8',
      'application/json; charset=utf-8',
      'application/xml',
      'font/woff2',
      'application/octet-stream',
    ]);
  });

  it('have hashes in their names where several editions may be asked for them', () => {
    expect(['_astro/site.1.js', 'pagefind/fragment/en_1.pf_fragment', 'shards/8f-1.json'].every(isHashed)).toBe(true);
    expect(['', 'topics/jwt/', 'pagefind/pagefind-entry.json', 'search/titles.json'].some(isHashed)).toBe(false);
  });
});
