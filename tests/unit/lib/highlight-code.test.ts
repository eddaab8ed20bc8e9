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

test('a line gets no element, nor does a token without a color, and neighbors in one color share one', async () => {
  expect(await highlight('fail(1, 2);\nnpm', 'js')).toBe(
    '<span class="tk-function">fail</span>(<span class="tk-constant">1</span>,<span class="tk-constant"> 2</span>);\nnpm',
  );
  expect(await highlight('npm run import', 'sh')).toBe(
    '<span class="tk-function">npm</span><span class="tk-string"> run import</span>',
  );
});
