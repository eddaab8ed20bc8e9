import { afterEach, expect, test, vi } from 'vitest';
import { addressedElement } from '#lib/browser/part-of.ts';

const answer = {};

afterEach(() => vi.unstubAllGlobals());

function openAt(hash: string): void {
  vi.stubGlobal('location', { hash });
  vi.stubGlobal('document', { getElementById: (id: string) => (id === 'the-résumé' ? answer : null) });
}

test('a fragment leads to the element of that id, however it is escaped', () => {
  openAt('#the-r%C3%A9sum%C3%A9');
  expect(addressedElement()).toBe(answer);
});

test.each(['', '#', '#elsewhere', '#%', '#%E0%A4%A', '#%ff'])('the fragment "%s" leads nowhere', (hash) => {
  openAt(hash);
  expect(addressedElement()).toBeUndefined();
});
