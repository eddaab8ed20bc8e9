import { afterAll, expect, it, vi } from 'vitest';
import { getContent } from '#content/views/site-content.ts';
import { pageMarkdown } from '#features/share/page-markdown.ts';

vi.stubEnv('DEV', false);
afterAll(() => {
  vi.unstubAllEnvs();
});

it('names the areas of a role by their titles', () => {
  const { corpus } = getContent();
  const role = corpus.role.find(({ data }) => data.matrix.length > 0);
  if (!role) throw new Error('A role has a matrix.');
  const text = pageMarkdown(role, '', {
    absolute: (address) => address,
    titleOf: (_, id) => id,
    areaTitle: (id) => `The area ${id}`,
  });
  const headings = role.data.matrix.map(({ area }) => `## Area: The area ${area}`);
  expect(text.match(/^## Area: .+$/gmu)).toEqual(headings);
});
