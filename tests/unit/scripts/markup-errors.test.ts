import { expect, it } from 'vitest';
import { toPage } from '#scripts/site/built-site.ts';
import { markupErrors } from '#scripts/site/markup-errors.ts';

const page = (address: string, body: string) =>
  toPage(
    address,
    `<!doctype html>\n<html lang="en"><head><title>Page</title></head><body><main>${body}</main></body></html>\n`,
  );

it('markupErrors finds the errors of every page, whichever thread reads it', async () => {
  const bodies = ['<p>Fine.</p>', '<p id="a"></p><p id="a"></p>', '<ul><p>No item</p></ul>', '<p>Fine.</p>', '<b>Open'];
  const pages = bodies.map((body, at) => page(`/topics/${at}/`, body));
  const errors = await markupErrors({ folder: '', base: '/', files: new Set(), pages });
  expect(errors.map((error) => error.slice(0, '/topics/0/'.length)).toSorted()).toEqual(
    expect.arrayContaining(['/topics/1/', '/topics/2/', '/topics/4/']),
  );
  expect(errors.filter((error) => /^\/topics\/[03]\//u.test(error))).toEqual([]);
  expect(errors.join('\n')).toContain('/topics/1/:2 Duplicate ID "a" (no-dup-id)');
});
