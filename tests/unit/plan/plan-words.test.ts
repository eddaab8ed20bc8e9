import { describe, expect, it } from 'vitest';
import { makePlan } from '#features/plan/plan.ts';
import { fitWords, headlineText, levelText, summaryText, weekText, whyLeftOut } from '#features/plan/plan-words.ts';
import type { PlanRequest } from '#features/plan/request.ts';
import { content, monday, phase, request, roadmap, topic } from './plan-content.ts';

const data = content({
  topics: [topic('dns', { title: 'DNS [basics]', halfHours: 3 }), topic('http', { halfHours: 5 })],
  roadmaps: [
    roadmap(
      'web',
      [
        {
          ...phase('first', []),
          items: [
            { topic: 'dns', need: 'must' },
            { topic: 'http', need: 'should' },
          ],
        },
      ],
      { capstone: 'shop' },
    ),
  ],
  projects: [{ id: 'shop', number: 4, title: 'Shop', address: '/projects/shop/', halfHours: 4 }],
});
const made = (changes: Partial<PlanRequest> = {}) => {
  const wanted = request({ roadmaps: ['web'], ...changes });
  return { wanted, plan: makePlan(wanted, data, monday) };
};

describe('what is said of a plan', () => {
  it('is when it ends, what it holds, and the duration that roadmaps say', () => {
    const { wanted, plan: whole } = made();
    expect(headlineText(whole)).toBe('You finish on November 28, 2026');
    expect(summaryText(whole, wanted)).toBe(
      '2 topics in 4 h: 1 week at 7 hours a week. Plus 1 project in 2 h and 1 h of review.',
    );
    expect(fitWords(whole, wanted)).toEqual([]);
  });

  it('is how much time is to spare', () => {
    expect(fitWords(made({ target: monday + 6 }).plan, request({}))).toEqual(['That leaves 1 day to spare.']);
    expect(fitWords(made({ target: monday + 5 }).plan, request({}))).toEqual(['You finish on the day.']);
  });

  it('is what fits by the date, and what was left out and why', () => {
    const { plan: some } = made({ target: monday + 2 });
    expect(headlineText(some)).toBe("Here's what fits by November 25");
    expect(fitWords(some, request({}))).toEqual([
      'There is no time for 1 topic and 1 project, so the most needed come first.',
    ]);
    expect(some.leftOut.map((item) => `${item.title}: ${whyLeftOut(item)}`)).toEqual([
      'HTTP: recommended, not required',
      'Shop: topics come first',
    ]);
  });

  it('never says that a plan is late', () => {
    for (let days = 0; days < 10; days += 1) {
      const { plan: some, wanted } = made({ target: monday + days });
      const words = [
        headlineText(some),
        summaryText(some, wanted),
        ...fitWords(some, request({})),
        ...some.errors,
      ].join(' ');
      expect(words).not.toMatch(/late|cannot|can't|impossible/iu);
      expect(some.finish ?? 0).toBeLessThanOrEqual(monday + days);
    }
  });

  it('names what the reader knows and the days of study', () => {
    expect(levelText(undefined, 0)).toBe('Nothing yet');
    expect(levelText('beginner', 2)).toBe('What a junior developer knows, and 2 topics');
    expect(weekText([2, 0, 4, 0, 0, 2, 0])).toBe('4 hours a week: Mon, Wed, Sat');
  });
});
