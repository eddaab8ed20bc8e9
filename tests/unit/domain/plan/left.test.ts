import { describe, expect, it } from 'vitest';
import { comparePlans } from '#domain/plan/compare-plans.ts';
import { leftTo } from '#domain/plan/left.ts';
import { makePlan } from '#domain/plan/plan.ts';
import { content, line, monday, phase, request, topic } from './plan-content.ts';

const nodes = [
  { id: 'http', halves: 4, prerequisites: [] },
  { id: 'rest', halves: 6, prerequisites: ['http'] },
  { id: 'jwt', halves: 2, prerequisites: ['http', 'unwritten'] },
  { id: 'oauth', halves: 8, prerequisites: ['jwt', 'rest'] },
  { id: 'css', halves: 9, prerequisites: [] },
];

describe('what is left to a role', () => {
  it('is its topics with every prerequisite, each behind what it needs', () => {
    expect(leftTo(nodes, { targets: ['oauth', 'rest'], known: new Set() })).toEqual({
      topics: ['http', 'jwt', 'rest', 'oauth'],
      halves: 20,
      ready: ['http'],
    });
  });

  it('leaves out what is known, and what lies behind it', () => {
    expect(leftTo(nodes, { targets: ['oauth'], known: new Set(['jwt']) })).toEqual({
      topics: ['http', 'rest', 'oauth'],
      halves: 18,
      ready: ['http'],
    });
    expect(leftTo(nodes, { targets: ['oauth'], known: new Set(['http', 'rest', 'jwt']) })).toMatchObject({
      topics: ['oauth'],
      ready: ['oauth'],
    });
  });

  it('is nothing when all is known, or nothing is written', () => {
    const nothing = { topics: [], halves: 0, ready: [] };
    expect(leftTo(nodes, { targets: ['http'], known: new Set(['http']) })).toEqual(nothing);
    expect(leftTo(nodes, { targets: ['unwritten'], known: new Set() })).toEqual(nothing);
  });
});

describe('two plans side by side', () => {
  const data = content({
    topics: [topic('http'), topic('rest', { halves: 8 }), topic('sql', { halves: 4 })],
    lines: [line('web', [phase('a', ['http', 'rest'])]), line('data', [phase('b', ['http', 'sql'])])],
  });
  const [web, both] = [['web'], ['web', 'data']].map((lines) => request({ lines, hasReviews: false }));
  const plans = [web, both].map((asked) => makePlan(asked ?? request({}), data, monday));
  const compared = comparePlans([plans[0], plans[1]] as [(typeof plans)[0], (typeof plans)[0]], [monday, monday]);

  it('tell what both hold, what only one does, and how many hours and days lie between them', () => {
    expect(compared).toMatchObject({
      both: ['http', 'rest'],
      onlyMine: [],
      onlyTheirs: ['sql'],
      halves: 4,
      days: (plans[1]?.finish ?? 0) - (plans[0]?.finish ?? 0),
      mine: { items: 2, halves: 12, start: monday },
      theirs: { items: 3, halves: 16, start: monday },
    });
    expect(compared.days).toBeGreaterThan(0);
  });

  it('have no days between them when one has no end', () => {
    const week = [0, 0, 0, 0, 0, 0, 0] as const;
    const endless = makePlan(request({ lines: ['web'], week }), data, monday);
    expect(comparePlans([endless, endless], [monday, monday]).days).toBeUndefined();
  });
});
