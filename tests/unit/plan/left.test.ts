import { describe, expect, it } from 'vitest';
import { comparePlans } from '#features/plan/compare-plans.ts';
import { leftText, leftTo } from '#features/plan/left.ts';
import { lineStops } from '#features/plan/line-stops.ts';
import { makePlan } from '#features/plan/plan.ts';
import { differenceText } from '#features/plan/words.ts';
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

  it('reads as a sentence', () => {
    expect(leftText('Librarian', { topics: ['a', 'b'], halves: 3, ready: ['a'] })).toBe(
      'Left to Librarian: 2 topics, 2 hours, of which 1 topic is ready now.',
    );
    expect(leftText('Librarian', { topics: [], halves: 0, ready: [] })).toBe(
      'You have marked everything that Librarian asks for.',
    );
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

  it.each([
    [4, 3, 'They study 2 hours more than you, and end 3 days later.'],
    [-2, -1, 'They study 1 hour less than you, and end 1 day earlier.'],
    [0, 0, 'They study as many hours as you, and you end on the same day.'],
  ])('that differ by %s half hours and %s days read as a sentence', (halves, days, sentence) => {
    expect(differenceText({ ...compared, halves, days })).toBe(sentence);
  });

  it('have no days between them when one has no end', () => {
    const week = [0, 0, 0, 0, 0, 0, 0] as const;
    const endless = makePlan(request({ lines: ['web'], week }), data, monday);
    expect(comparePlans([endless, endless], [monday, monday]).days).toBeUndefined();
  });
});

describe('the stops of a line', () => {
  it('are those that are written, each once, with their hours; default branches come first', () => {
    const topics = new Map(['http', 'rest', 'sql'].map((id) => [id, topic(id, { halves: 5 })]));
    const stops = (...ids: string[]) => ids.map((id) => ({ topic: id, need: 'must' as const }));
    const branches = [
      { line: 'java', stops: stops('rest') },
      { line: 'go', stops: stops('sql', 'draft') },
    ];
    const trunk = phase('a', ['http', 'draft', 'http'], { choice: { default: 'go', branches } });
    expect(lineStops(line('web', [trunk]), topics)).toEqual({
      trunk: [{ id: 'http', hours: 2.5 }],
      branches: [[{ id: 'sql', hours: 2.5 }], [{ id: 'rest', hours: 2.5 }]],
    });
  });
});
