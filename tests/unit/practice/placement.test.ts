import { describe, expect, it } from 'vitest';
import { askFor } from '#features/practice/build-placement-data.ts';
import { Placement } from '#features/practice/placement.ts';

describe('the placement', () => {
  const chain = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index, ids) => ({
    id,
    prerequisites: ids.slice(index - 1, index),
  }));
  const place = () => new Placement(chain, { ways: [['a', 'b', 'c', 'd', 'e', 'f']] });

  it('asks first about the topic that halves what is open', () => {
    expect(['c', 'd']).toContain(place().next());
  });

  it('takes a known topic as a word for all that it needs', () => {
    const placement = place();
    const before = placement.chances();
    placement.answer({ id: 'd', knows: true });
    for (const id of ['a', 'b', 'c', 'd']) expect(placement.chances().get(id)).toBeGreaterThan(0.8);
    expect(placement.chances().get('f')).toBeGreaterThan(before.get('f') ?? 1);
  });

  it('takes an unknown topic as a word against all that needs it', () => {
    const placement = place();
    const before = placement.chances();
    placement.answer({ id: 'c', knows: false });
    for (const id of ['c', 'd', 'e', 'f']) {
      expect(placement.chances().get(id)).toBeLessThan(before.get(id) ?? 0);
      expect(placement.chances().get(id)).toBeLessThan(0.4);
    }
  });

  it('asks the same again for the same answers', () => {
    const asked = [place(), place()].map((placement) => {
      placement.answer({ id: 'd', knows: false });
      return [placement.next(), ...placement.chances().values()];
    });
    expect(asked[0]).toEqual(asked[1]);
  });

  it('does not ask what was left out, and passes over ids that it does not know', () => {
    const placement = place();
    placement.answer({ id: 'nothing', knows: true });
    const first = placement.next();
    expect(placement.next(new Set([first ?? '']))).not.toBe(first);
    expect(new Placement([], { ways: [] }).next()).toBeUndefined();
  });

  it('turns an outcome into a question', () => {
    expect(askFor('Read a plan with EXPLAIN')).toBe('Could you read a plan with EXPLAIN?');
  });
});
