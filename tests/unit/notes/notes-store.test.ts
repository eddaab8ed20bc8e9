import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type FakeTab, stubTab } from '../../support/fake-tab.ts';

const key = 'wayline:notes';
const fileOf = (text: string, at: number) =>
  JSON.stringify({ kind: 'wayline-notes', version: 1, items: { sql: [text, at] } });

let tab: FakeTab;

beforeEach(() => {
  tab = stubTab();
  vi.stubGlobal('document', { querySelector: () => null });
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const openTab = () => import('#features/notes/client/notes-store.ts');
const stored = () => JSON.parse(tab.items.get(key) ?? '{}').items.sql[0];

it('a note that no one else has changed is replaced', async () => {
  tab.items.set(key, fileOf('old', 5));
  const { writeNote } = await openTab();
  expect(await writeNote('sql', { text: 'new', base: 'old' })).toBe(false);
  expect(stored()).toBe('new');
});

it('a note that another tab has changed since it was read keeps both texts', async () => {
  const { writeNote } = await openTab();
  await writeNote('sql', { text: 'read', base: '' });
  tab.items.set(key, fileOf('theirs', Date.now() + 60_000));
  expect(await writeNote('sql', { text: 'mine', base: 'read' })).toBe(true);
  expect(stored()).toBe('theirs\n\n---\n\nmine');
});

it('a note that another tab has forgotten is written anew', async () => {
  const { writeNote } = await openTab();
  await writeNote('sql', { text: 'read', base: '' });
  tab.items.delete(key);
  tab.hear(key, null);
  expect(await writeNote('sql', { text: 'mine', base: 'read' })).toBe(false);
  expect(stored()).toBe('mine');
});
