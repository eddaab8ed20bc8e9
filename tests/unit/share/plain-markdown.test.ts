import { expect, it } from 'vitest';
import { plainMarkdown } from '#features/share/plain-markdown.ts';

const absolute = (address: string) => `https://example.org${address}`;

it('writes components as Markdown and makes links whole', () => {
  const body = [
    'See [indexes](/topics/indexes/#cost), or [the manual](https://example.com/).',
    '<Check ask="Why `B`-trees?" see="mental-model">',
    '',
    'Because.',
    '',
    '</Check>',
    '',
    '<Note title="Careful">',
    '',
    'It locks.',
    '',
    '</Note>',
  ].join('\n');
  expect(plainMarkdown(body, { absolute })).toBe(
    [
      'See [indexes](https://example.org/topics/indexes/#cost), or [the manual](https://example.com/).',
      '**Question:** Why `B`-trees?',
      '',
      'Because.',
      '',
      '',
      '**Careful**',
      '',
      'It locks.',
    ].join('\n'),
  );
});

it('leaves code as it is', () => {
  const body = '```md\n[a](/topics/a/)\n<Check ask="x" see="y">\n```\n\n[b](/topics/b/)';
  expect(plainMarkdown(body, { absolute })).toBe(
    '```md\n[a](/topics/a/)\n<Check ask="x" see="y">\n```\n\n[b](https://example.org/topics/b/)',
  );
});
