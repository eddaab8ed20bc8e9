import { afterAll, expect, it, vi } from 'vitest';
import { getContent } from '#content/views/site-content.ts';
import { pageMarkdown, plainMarkdown } from '#features/share/page-markdown.ts';

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

const absolute = (address: string) => `https://example.org${address}`;

it('writes components as Markdown and makes links whole', () => {
  const body = `See [indexes](/topics/indexes/#cost), or [the manual](https://example.com/).
<Check ask="Why \`B\`-trees?" see="mental-model">

Because.

</Check>

<Note title="Careful">

It locks.

</Note>`;
  expect(
    plainMarkdown(body, { absolute }),
  ).toBe(`See [indexes](https://example.org/topics/indexes/#cost), or [the manual](https://example.com/).
**Question:** Why \`B\`-trees?

Because.


**Careful**

It locks.`);
});

it('leaves code as it is', () => {
  const body = '```md\n[a](/topics/a/)\n<Check ask="x" see="y">\n```\n\n[b](/topics/b/)';
  expect(plainMarkdown(body, { absolute })).toBe(
    '```md\n[a](/topics/a/)\n<Check ask="x" see="y">\n```\n\n[b](https://example.org/topics/b/)',
  );
});
