import { afterEach, expect, test, vi } from 'vitest';
import { highlight } from '#lib/highlight-code.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('a line is highlighted to its end on a machine that is too busy to be quick', async () => {
  const code = "const name = 'Ada'; // the first";
  const quick = await highlight(code, 'js');
  expect(quick).toContain('<span class="tk-comment">// the first</span>');
  let now = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 10_000));
  expect(await highlight(code, 'js')).toBe(quick);
});
