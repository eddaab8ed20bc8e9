import { describe, expect, it } from 'vitest';
import { markupFaults } from '#scripts/site/markup-faults.ts';

const page = (address: string, body: string) => ({
  address,
  html: `<!doctype html>\n<html lang="en"><head><title>Page</title></head><body><main>${body}</main></body></html>\n`,
});

describe('markupFaults', () => {
  it('finds the faults of every page, whichever thread reads it', async () => {
    const bodies = [
      '<p>Fine.</p>',
      '<p id="a"></p><p id="a"></p>',
      '<ul><p>No item</p></ul>',
      '<p>Fine.</p>',
      '<b>Open',
    ];
    const pages = bodies.map((body, at) => page(`/topics/${at}/`, body));
    const faults = await markupFaults({ folder: '', base: '/', files: new Set(), pages });
    expect(faults.map((fault) => fault.slice(0, '/topics/0/'.length)).toSorted()).toEqual(
      expect.arrayContaining(['/topics/1/', '/topics/2/', '/topics/4/']),
    );
    expect(faults.filter((fault) => /^\/topics\/[03]\//u.test(fault))).toEqual([]);
    expect(faults.join('\n')).toContain('/topics/1/:2 Duplicate ID "a" (no-dup-id)');
  });
});
