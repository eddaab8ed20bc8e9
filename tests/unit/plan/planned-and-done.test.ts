import { describe, expect, it } from 'vitest';
import { makePlan, plannedAndDone } from '#features/plan/plan.ts';
import { progressText } from '#features/plan/plan-words.ts';
import { content, monday, phase, request, roadmap, topic } from './plan-content.ts';

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
