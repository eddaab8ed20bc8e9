import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { tableHeaders } from '#features/catalog/mdx/markdown.ts';

test('the empty corner of a table is a cell, and the others are headers of their columns', async () => {
  const { html } = await markdownToHtml('| | Cost |\n| - | - |\n| Small | 1 |\n', { hastPlugins: [tableHeaders] });
  expect(html).toContain('<td></td>\n<th scope="col">Cost</th>');
});
