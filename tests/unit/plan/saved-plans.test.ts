import { describe, expect, it } from 'vitest';
import { dropPlan, keepPlan, noPlans, plansFormat, type SavedPlans } from '#features/plan/saved-plans.ts';
import { forSeeds } from '../../support/random.ts';
import { spoil } from '../../support/spoil.ts';

const plan = (id: string) => ({ id, title: `Plan ${id}`, address: `v=1&lines=${id}`, changed: 5 });
const two: SavedPlans = { plans: [plan('a'), plan('b')], last: { address: 'v=1&lines=b', question: 5, id: 'b' } };

describe('saved plans', () => {
  it('come back as they were stored', () => {
    expect(plansFormat.parse(plansFormat.serialize(two))).toEqual({ ok: true, value: two, errors: 0 });
    expect(plansFormat.parse(plansFormat.serialize(noPlans))).toEqual({ ok: true, value: noPlans, errors: 0 });
  });

  it('have a plan once, the one that was changed last first', () => {
    const changed = { ...plan('b'), title: 'Renamed' };
    expect(keepPlan(two, changed).plans).toEqual([changed, plan('a')]);
  });

  it('keep a deleted plan open without calling it saved', () => {
    expect(dropPlan(two, 'b')).toEqual({ plans: [plan('a')], last: { address: 'v=1&lines=b', question: 5 } });
    expect(dropPlan(two, 'a').last).toEqual(two.last);
  });

  it.each(['', 'null', '[]', '{', '{"version":"1"}', '7'])('that are %j are unreadable', (text) => {
    expect(plansFormat.parse(text)).toEqual({ ok: false, error: 'corrupt' });
  });

  it('of a newer version are told apart', () => {
    expect(plansFormat.parse('{"version":2,"plans":{}}')).toEqual({ ok: false, error: 'future' });
  });

  it('lose only the entries that are no plans, and count them', () => {
    const text = JSON.stringify({ version: 1, plans: [plan('a'), { id: 1 }, null], last: { question: 9 } });
    expect(plansFormat.parse(text)).toEqual({ ok: true, value: { plans: [plan('a')], last: undefined }, errors: 3 });
  });

  it('never throw, for ten thousand spoiled texts', () => {
    forSeeds(10_000, (random) => {
      expect(() => plansFormat.parse(spoil(plansFormat.serialize(two), random))).not.toThrow();
    });
  });
});
