import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { repositoryLinks } from '#lib/repository.ts';

const linksOf = (address: string, repository: string | undefined = 'https://github.com/example/wayline/') =>
  repositoryLinks(repository, { address, page: `https://wayline.example${address}` });

describe('the links of a page into the repository', () => {
  it.each([
    '/topics/indexing/',
    '/labs/run-your-first-program/',
    '/roadmaps/backend/',
    '/roles/go-developer/',
    '/questions/acid-properties/',
    '/projects/blog-backend/',
    '/compare/languages/',
  ])('of %s lead to a file that is there', (address) => {
    const { edit } = linksOf(address) ?? { edit: '' };
    const path = edit.replace('https://github.com/example/wayline/edit/main/', '');
    expect(path).toMatch(/^content\//u);
    expect(existsSync(path), path).toBe(true);
  });

  it('hand the address of the page to the report', () => {
    expect(linksOf('/topics/indexing/')?.report).toBe(
      'https://github.com/example/wayline/issues/new?template=wrong-fact.yml&page=https%3A%2F%2Fwayline.example%2Ftopics%2Findexing%2F',
    );
    expect(existsSync('.github/ISSUE_TEMPLATE/wrong-fact.yml')).toBe(true);
  });

  it('are left out without a repository, and for pages that are not one file', () => {
    expect(repositoryLinks(undefined, { address: '/topics/indexing/', page: '' })).toBeUndefined();
    expect(repositoryLinks('', { address: '/topics/indexing/', page: '' })).toBeUndefined();
    for (const address of ['/', '/topics/', '/about/', '/roles/go-developer/to/api-designer/'])
      expect(linksOf(address), address).toBeUndefined();
  });
});
