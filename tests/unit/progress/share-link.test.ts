import { describe, expect, it } from 'vitest';
import { type Marks, states } from '#features/progress/progress.ts';
import { decodeShared, encodeShared } from '#features/progress/share-link.ts';
import { forSeeds, type Random } from '../../support/random.ts';

const topics = Array.from({ length: 300 }, (_, number) => ({ id: `topic-${number}`, number }));
const now = 1_790_000_000_000;

/** Marks of the topics, all of one moment, as a link carries them. */
function shareable(random: Random, share: number): Marks {
  return new Map(
    topics.filter(() => random.chance(share)).map(({ id }) => [id, { state: random.pick(states), at: now }]),
  );
}

describe('a shared link', () => {
  it('gives back the states of three hundred topics, for a thousand random states', () => {
    forSeeds(1000, (random) => {
      const marks = shareable(random, random.next());
      expect(decodeShared(encodeShared(marks, topics), topics, now)).toEqual(marks);
    });
  });

  it('has at most 300 characters for three hundred topics', () => {
    const all: Marks = new Map(topics.map(({ id }) => [id, { state: 'skipped', at: now }]));
    expect(encodeShared(all, topics).length).toBeLessThanOrEqual(300);
  });

  it('needs no escaping in an address', () => {
    forSeeds(200, (random) => {
      expect(encodeShared(shareable(random, 0.5), topics)).toMatch(/^v1\.[\w-]*$/);
    });
  });

  it.each<[string, Marks, string]>([
    ['as short as the last marked topic allows', new Map([['topic-0', { state: 'learning', at: now }]]), 'v1.AQ'],
    ['empty without marks', new Map(), 'v1.'],
    ['without what was taken back', new Map([['topic-1', { state: 'none', at: now }]]), 'v1.'],
    ['without topics that have no number', new Map([['gone', { state: 'done', at: now }]]), 'v1.'],
  ])('is %s', (_, marks, text) => {
    expect(encodeShared(marks, topics)).toBe(text);
  });

  it('that is empty is read as no marks', () => {
    expect(decodeShared('v1.', topics, now)).toEqual(new Map());
  });

  it('gives its marks the time at which it is opened', () => {
    const marks: Marks = new Map([['topic-7', { state: 'done', at: 3 }]]);
    expect(decodeShared(encodeShared(marks, topics), topics, 99)).toEqual(
      new Map([['topic-7', { state: 'done', at: 99 }]]),
    );
  });

  it('means the same after topics were added, removed and put in another order', () => {
    const marks: Marks = new Map([
      ['topic-2', { state: 'done', at: now }],
      ['topic-299', { state: 'review', at: now }],
    ]);
    const later = [{ id: 'new-topic', number: 300 }, ...topics.slice(2).toReversed()];
    expect(decodeShared(encodeShared(marks, topics), later, now)).toEqual(marks);
  });
});

describe('reading a link', () => {
  it.each([
    ['nothing', ''],
    ['another version', 'v2.AQ'],
    ['no version', 'AQ'],
    ['characters outside base64url', 'v1.A+/='],
    ['half a character', 'v1.A'],
    ['a lone surrogate', 'v1.\ud83d'],
    ['more than four thousand characters', `v1.${'A'.repeat(4000)}`],
  ])('refuses %s', (_, text) => {
    expect(decodeShared(text, topics, now)).toBeUndefined();
  });

  it('passes over codes that mean no state', () => {
    expect(decodeShared('v1.____', topics, now)).toEqual(new Map());
  });

  it('neither throws nor lets anything through but states of known topics, for ten thousand random texts', () => {
    const ids = new Set(topics.map(({ id }) => id));
    forSeeds(10_000, (random) => {
      const alphabet = random.pick(['ABCdef019-_', 'ABCdef019-_+/=.%', '\u0000é{}[]"<>\ud83d ']);
      const text = random.pick(['', 'v1.', 'v1.', 'v2.', '#v1.']) + random.text(alphabet, random.whole(0, 160));
      const marks = decodeShared(text, topics, now) ?? new Map();
      const isSound = [...marks].every(([id, { state, at }]) => ids.has(id) && states.includes(state) && at === now);
      if (!isSound) expect.fail(text);
    });
  });
});
