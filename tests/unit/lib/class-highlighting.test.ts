import { codeToHtml } from 'shiki';
import { afterEach, expect, test, vi } from 'vitest';
import { classHighlighting } from '#lib/class-highlighting.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('a line is highlighted to its end on a machine that is too busy to be quick', async () => {
  const highlight = () =>
    codeToHtml("const name = 'Ada'; // the first", {
      lang: 'js',
      theme: 'nord',
      transformers: [{ preprocess: classHighlighting.preprocess }],
    });
  const quick = await highlight();
  let now = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 10_000));
  expect(await highlight()).toBe(quick);
});
