import { describe, expect, it } from 'vitest';
import { comparePlans, plannedAndDone } from '#features/plan/compare-plans.ts';
import { makePlan } from '#features/plan/plan.ts';
import { lineStops } from '#features/plan/plan-data.ts';
import { differenceText, progressText } from '#features/plan/plan-words.ts';
import { content, monday, phase, request, roadmap, topic } from './plan-content.ts';

describe('two plans side by side', () => {
  const data = content({
    topics: [topic('http'), topic('rest', { halves: 8 }), topic('sql', { halves: 4 })],
    roadmaps: [roadmap('web', [phase('a', ['http', 'rest'])]), roadmap('data', [phase('b', ['http', 'sql'])])],
  });
  const [web, both] = [['web'], ['web', 'data']].map((roadmaps) => request({ roadmaps, hasReviews: false }));
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
    const endless = makePlan(request({ roadmaps: ['web'], week }), data, monday);
    expect(comparePlans([endless, endless], [monday, monday]).days).toBeUndefined();
  });
});

describe('the topics of a roadmap', () => {
  it('are those that are written, each once, with their hours; default branches come first', () => {
    const topics = new Map(['http', 'rest', 'sql'].map((id) => [id, topic(id, { halves: 5 })]));
    const stops = (...ids: string[]) => ids.map((id) => ({ topic: id, need: 'must' as const }));
    const branches = [
      { roadmap: 'java', items: stops('rest') },
      { roadmap: 'go', items: stops('sql', 'draft') },
    ];
    const trunk = phase('a', ['http', 'draft', 'http'], { choice: { default: 'go', branches } });
    expect(lineStops(roadmap('web', [trunk]), topics)).toEqual({
      trunk: [{ id: 'http', hours: 2.5 }],
      branches: [[{ id: 'sql', hours: 2.5 }], [{ id: 'rest', hours: 2.5 }]],
    });
  });
});

describe('a plan and what happened', () => {
  const data = content({
    topics: [topic('http'), topic('rest'), topic('sql')],
    roadmaps: [roadmap('web', [phase('a', ['http', 'rest', 'sql'])])],
  });
  const plan = makePlan(request({ roadmaps: ['web'], hasReviews: false }), data, monday);
  const until = (days: number, ...done: string[]) =>
    plannedAndDone(plan, { done: new Set(done), today: monday + days });

  it('has nothing planned on its first day', () => {
    expect(until(0)).toEqual({ planned: [], done: [], behind: [], total: 3 });
    expect(progressText(until(0))).toBe('');
  });

  it('counts a topic as planned from the day after its last session', () => {
    expect(until(1).planned).toEqual([]);
    expect(until(2).planned).toEqual(['http']);
    expect(until(7).planned).toEqual(['http', 'rest', 'sql']);
  });

  it('says what is behind, ahead or on schedule', () => {
    expect(progressText(until(4, 'http'))).toBe(
      'By today you planned 2 topics and finished 1 of 3: 1 topic to catch up on.',
    );
    expect(progressText(until(2, 'http', 'sql'))).toBe(
      'By today you planned 1 topic and finished 2 of 3: 1 ahead of the plan.',
    );
    expect(progressText(until(2, 'http'))).toBe('By today you planned 1 topic and finished 1 of 3: on schedule.');
  });

  it('leaves out what is done but not in the plan', () => {
    expect(until(2, 'http', 'kafka').done).toEqual(['http']);
  });
});
