import { describe, expect, it } from 'vitest';
import { checkContent } from '#content/check.ts';
import { mostQuestions, Placement } from '#features/practice/placement.ts';
import { askFor } from '#features/practice/placement-data.ts';
import { learningWays } from '#features/practice/placement-ways.ts';
import { seedRandom } from '../../support/random.ts';
import { type Kind, simulateLearner, writtenTopics } from './simulated-learners.ts';

const { corpus } = checkContent(process.cwd());
const topics = writtenTopics(corpus);
const ways = learningWays(corpus);
const learners = 12;

/** The share of topics whose state is right after the placement, for learners who misjudge themselves in 5 to 10 % of answers. */
function rightShare(kind: Kind): { readonly right: number; readonly most: number } {
  let [right, most] = [0, 0];
  for (let seed = 1; seed <= learners; seed += 1) {
    const random = seedRandom(seed * 7919);
    const knows = simulateLearner(kind, { corpus, random });
    const error = 0.05 + random.next() * 0.05;
    const placement = new Placement(topics, { ways });
    let asked = 0;
    for (let id = placement.next(); id !== undefined; id = placement.next()) {
      placement.answer({ id, knows: knows.has(id) !== random.chance(error) });
      asked += 1;
    }
    most = Math.max(most, asked);
    const chances = placement.chances();
    right += topics.filter(({ id }) => (chances.get(id) ?? 0) >= 0.5 === knows.has(id)).length;
  }
  return { right: right / (learners * topics.length), most };
}

describe('the placement on the graph of this site', { timeout: 120_000 }, () => {
  it('has topics and ways to ask about', () => {
    expect(topics.length).toBeGreaterThan(100);
    expect(ways.length).toBeGreaterThan(20);
  });

  it('finds at least 85 % of the topic states of simulated learners, with slips and guesses, in at most 25 questions', () => {
    const results = (['traveller', 'specialist', 'collector'] as const).map((kind) => ({ kind, ...rightShare(kind) }));
    console.log(results.map(({ kind, right }) => `${kind}: ${(right * 100).toFixed(1)} % right`).join(', '));
    const mean = results.reduce((sum, { right }) => sum + right, 0) / results.length;
    expect(mean).toBeGreaterThanOrEqual(0.85);
    for (const { kind, right, most } of results) {
      // Whoever picked up single topics without a way is the hardest to place.
      expect(right, kind).toBeGreaterThanOrEqual(kind === 'collector' ? 0.8 : 0.85);
      expect(most, kind).toBeLessThanOrEqual(mostQuestions);
    }
  });
});

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
