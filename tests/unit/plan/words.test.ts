import { describe, expect, it } from 'vitest';
import { makePlan } from '#features/plan/plan.ts';
import type { PlanRequest } from '#features/plan/request.ts';
import { summaryText, verdictWords } from '#features/plan/words.ts';
import { planJson, planMarkdown } from '#features/plan/written-plan.ts';
import { content, line, monday, phase, request, topic } from './plan-content.ts';

const data = content({
  topics: [topic('dns', { title: 'DNS [basics]', halves: 3 }), topic('http', { halves: 5 })],
  lines: [
    line('web', [
      {
        ...phase('first', [], { milestone: 'shop' }),
        stops: [
          { topic: 'dns', need: 'must' },
          { topic: 'http', need: 'should' },
        ],
      },
    ]),
  ],
  projects: [{ id: 'shop', number: 4, title: 'Shop', address: '/projects/shop/', halves: 4 }],
});
const plan = (changes: Partial<PlanRequest> = {}) => makePlan(request({ lines: ['web'], ...changes }), data, monday);
const circumstances = {
  address: 'https://wayline.example/plan/#v=1',
  link: (address: string) => `https://wayline.example${address}`,
};

describe('what is said of a plan', () => {
  it('is when it ends and what it holds', () => {
    expect(summaryText(plan())).toBe(
      'You finish on November 28, 2026: 2 topics in 4 h, 1 milestone project in 2 h, 1 h of review.',
    );
  });

  it('is nothing of the target where there is none', () => {
    expect(verdictWords(plan())).toEqual([]);
  });

  it('is how much time is to spare', () => {
    expect(verdictWords(plan({ target: monday + 6 }))).toEqual(['The target is met with 1 day to spare.']);
    expect(verdictWords(plan({ target: monday + 5 }))).toEqual(['The target is met on the day.']);
  });

  it('is what would make a target that cannot be met', () => {
    expect(verdictWords(plan({ target: monday + 3 }))).toEqual([
      'The target cannot be met: the plan ends 2 days late.',
      'With 9.5 hours a week on the same days it would be met.',
      'Or leave out 1 stop that your lines can do without: HTTP.',
    ]);
  });

  it('is that nothing would make a target that has passed', () => {
    expect(verdictWords(plan({ target: monday - 1 }))).toEqual([
      'The target cannot be met: the plan ends 6 days late.',
      'More hours on the same days would not make it, not even 16 a day.',
      'Leaving stops out would not make it: even with must stops alone it ends on November 26, 2026.',
    ]);
  });
});

describe('a plan to take away', () => {
  it('as Markdown is a checklist by weeks with links', () => {
    const text = planMarkdown(plan(), circumstances);
    expect(text).toContain('# Study plan: Line web');
    expect(text).toContain('## Week of November 23, 2026');
    expect(text).toContain(
      '- [ ] Mon, Nov 23, 18:00, 1 h: [DNS \\[basics\\]](https://wayline.example/topics/dns/), part 1 of 2',
    );
    expect(text).toContain(': Project: [Shop](https://wayline.example/projects/shop/)');
    expect(text).toContain('<https://wayline.example/plan/#v=1>');
  });

  it('as Markdown shows its title as it is', () => {
    const text = planMarkdown({ ...plan(), title: 'R&D ~~lines~~' }, circumstances);
    expect(text).toContain('# Study plan: R\\&D \\~\\~lines\\~\\~');
  });

  it('as JSON has the same blocks', () => {
    const made = plan();
    const written = JSON.parse(planJson(made, circumstances));
    expect(written).toMatchObject({ kind: 'wayline-plan', version: 1, title: 'Line web', finish: '2026-11-28' });
    expect(written.blocks).toHaveLength(made.blocks.length);
    expect(written.blocks[0]).toEqual({
      date: '2026-11-23',
      time: '18:00',
      hours: 1,
      kind: 'topic',
      part: 1,
      parts: 2,
      pages: [{ id: 'dns', title: 'DNS [basics]', address: 'https://wayline.example/topics/dns/' }],
    });
  });
});
