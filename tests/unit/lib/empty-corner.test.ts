import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { emptyCorner } from '#features/catalog/mdx/markdown.ts';

test('the empty corner of a table is a cell, and the other headers stay headers', async () => {
  const { html } = await markdownToHtml('| | Cost |\n| - | - |\n| Small | 1 |\n', { hastPlugins: [emptyCorner] });
  expect(html).toContain('<td></td>\n<th>Cost</th>');
});
