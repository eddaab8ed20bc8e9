import { describe, expect, it } from 'vitest';
import { checkContent } from '#content/lint/index.ts';
import { learningWays } from '#features/practice/build-placement-data.ts';
import { maxQuestions, Placement } from '#features/practice/placement.ts';
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
      expect(most, kind).toBeLessThanOrEqual(maxQuestions);
    }
  });
});
