import { describe, expect, it } from 'vitest';
import { makePlan } from '#features/plan/plan.ts';
import type { OutlinePart } from '#features/plan/plan-data.ts';
import { blockTitle } from '#features/plan/plan-words.ts';
import type { PlanRequest } from '#features/plan/request.ts';
import { sessionParts } from '#features/plan/sessions.ts';
import { forSeeds } from '../../support/random.ts';
import { content, monday, phase, randomContent, randomRequest, request, roadmap, topic } from './plan-content.ts';

const outline: readonly OutlinePart[] = [
  ['Trade-offs', 2],
  ['How long a copy lives', 8],
  ['Worked example', 10],
  ['Pitfalls', 4],
  ['Serve from a cache', 30, '/labs/serve-from-a-cache/'],
  ['Practice', 1],
];
const data = content({
  topics: [topic('http-caching', { title: 'HTTP caching', halfHours: 8, outline })],
  roadmaps: [roadmap('web', [phase('a', ['http-caching'])])],
});
const titles = (changes: Partial<PlanRequest> = {}) =>
  makePlan(request({ roadmaps: ['web'], hasReviews: false, ...changes }), data, monday).blocks.map(blockTitle);

describe('a session', () => {
  it('is named by the sections and labs of its topic, never by a number', () => {
    expect(titles()).toEqual([
      'HTTP caching: How long a copy lives',
      'HTTP caching: Worked example',
      'HTTP caching: Practice, Try it: Serve from a cache',
      'HTTP caching: Practice (continued)',
    ]);
  });

  it('has every lab of its topic', () => {
    expect(titles({ week: [8, 0, 0, 0, 0, 0, 0] }).join()).toContain('Try it: Serve from a cache');
  });

  it('leads to its section on the page of the topic, and to the page of its lab', () => {
    const { blocks } = makePlan(request({ roadmaps: ['web'] }), data, monday);
    const addresses = blocks.flatMap((block) => sessionParts(block).map(({ address }) => address));
    expect(addresses).toContain('/topics/http-caching/#how-long-a-copy-lives');
    expect(addresses).toContain('/labs/serve-from-a-cache/');
  });

  it('before an interview is for the text and labs of its topic, without its practice', () => {
    expect(titles({ goal: 'interview' })).toEqual([
      'HTTP caching: How long a copy lives, Worked example',
      'HTTP caching: Try it: Serve from a cache',
    ]);
  });

  it('of a topic without sections has its name alone', () => {
    const bare = content({ topics: [topic('dns')], roadmaps: [roadmap('web', [phase('a', ['dns'])])] });
    const { blocks } = makePlan(request({ roadmaps: ['web'], hasReviews: false }), bare, monday);
    expect(blocks.map(blockTitle)).toEqual(['DNS', 'DNS (continued)']);
  });

  it('always has a name, for five hundred random plans and outlines', () => {
    forSeeds(500, (random) => {
      const some = randomContent(random);
      const outlined = {
        ...some,
        topics: some.topics.map((each) => ({ ...each, outline: outline.slice(random.whole(0, 5)) })),
      };
      for (const block of makePlan(randomRequest(random, outlined), outlined, monday).blocks) {
        expect(sessionParts(block).length).toBeGreaterThan(0);
        expect(blockTitle(block)).not.toMatch(/part \d/u);
      }
    });
  });
});
