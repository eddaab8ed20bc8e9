import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type StoredFormat, StoredState } from '#lib/browser/stored-state.ts';
import { type FakeTab, stubTab } from '../../support/fake-tab.ts';

type Words = ReadonlySet<string>;

const key = 'words';

/** A set of words, written one after the other. */
const format: StoredFormat<Words> = {
  key,
  empty: new Set(),
  serialize: (words) => [...words].toSorted().join(' '),
  parse: (text) =>
    text.includes('?')
      ? { ok: false, error: 'corrupt' }
      : { ok: true, value: new Set(text.split(' ').filter(Boolean)), errors: 0 },
  merge: (mine, theirs) => mine.union(theirs),
};

let tab: FakeTab;

beforeEach(() => {
  tab = stubTab();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const add = (state: StoredState<Words>, word: string) => void state.change((words) => words.union(new Set([word])));
const stateWith = (word: string) => {
  const state = new StoredState(format);
  add(state, word);
  return state;
};
const wordsOf = (state: StoredState<Words>) => [...state.value].toSorted().join(' ');

describe('a page that Back shows again', () => {
  it('forgets what was forgotten on another page meanwhile, and does not write it back', () => {
    const state = stateWith('old');
    tab.items.delete(key);
    tab.comeBack();
    expect(wordsOf(state)).toBe('');
    add(state, 'new');
    expect(tab.items.get(key)).toBe('new');
  });

  it('takes only what is stored when something new was stored after the forgetting', () => {
    const state = stateWith('old');
    tab.items.set(key, 'new');
    tab.comeBack();
    expect(wordsOf(state)).toBe('new');
  });

  it('tells those who watch', () => {
    const state = stateWith('old');
    const seen: string[] = [];
    state.watch((words) => seen.push([...words].join(' ')), new AbortController().signal);
    tab.items.delete(key);
    tab.comeBack();
    expect(seen).toEqual(['old', '']);
  });

  it.each(['QuotaExceededError', 'SecurityError'] as const)('keeps what could not be stored: %s', (storageError) => {
    tab.storageError = storageError;
    const state = stateWith('kept');
    tab.comeBack();
    expect(wordsOf(state)).toBe('kept');
  });

  it('keeps only what could not be stored when all that was stored is forgotten', () => {
    const state = stateWith('old');
    tab.storageError = 'QuotaExceededError';
    add(state, 'kept');
    tab.items.delete(key);
    tab.comeBack();
    expect(wordsOf(state)).toBe('kept');
  });

  it('stores what could not be stored as soon as the browser lets it', () => {
    const state = new StoredState(format);
    tab.storageError = 'QuotaExceededError';
    add(state, 'kept');
    tab.storageError = undefined;
    tab.comeBack();
    add(state, 'new');
    expect(tab.items.get(key)).toBe('kept new');
    tab.items.delete(key);
    tab.comeBack();
    expect(wordsOf(state)).toBe('');
  });
});

describe('another tab', () => {
  it('that forgets makes this one forget, even when something new is stored before this one hears of it', () => {
    const state = stateWith('old');
    tab.items.set(key, 'new');
    tab.hear(key, null);
    expect(wordsOf(state)).toBe('new');
    expect(tab.items.get(key)).toBe('new');
  });

  it('that lacks what this one knows gets it', () => {
    stateWith('mine');
    tab.items.set(key, 'theirs');
    tab.hear(key, 'theirs');
    expect(tab.items.get(key)).toBe('mine theirs');
  });
});

describe('a change', () => {
  it('is made on what is stored, also when no event has told this tab of it yet', () => {
    const state = new StoredState(format);
    tab.items.set(key, 'theirs');
    const seen: string[] = [];
    void state.change((words) => {
      seen.push([...words].join(' '));
      return words;
    });
    expect(seen).toEqual(['theirs']);
  });

  it('that goes back to something older takes the key away first, so that other tabs forget', () => {
    const state = stateWith('one');
    add(state, 'two');
    const removed = vi.spyOn(tab.globals.localStorage, 'removeItem');
    state.revert((words) => words.difference(new Set(['two'])));
    expect(removed).toHaveBeenCalledWith(key);
    expect(tab.items.get(key)).toBe('one');
  });
});

describe('a value that could not be read again', () => {
  it('is not stored in place of one that can', () => {
    const state = stateWith('old');
    add(state, 'unreadable?');
    expect(state.error).toBe('full');
    expect(tab.items.get(key)).toBe('old');
    expect(wordsOf(new StoredState(format))).toBe('old');
  });

  it('is stored again when it has become readable', () => {
    const state = stateWith('unreadable?');
    state.revert(() => new Set(['new']));
    expect(state.error).toBeUndefined();
    expect(tab.items.get(key)).toBe('new');
  });
});
