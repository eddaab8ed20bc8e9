import { describe, expect, it } from 'vitest';
import {
  daysOf,
  drawDay,
  type Goal,
  type InterviewData,
  mockDays,
  type PrepLab,
  type PrepQuestion,
  readinessOf,
} from '#features/interview/prepare.ts';

const goal: Goal = {
  role: 'dev',
  level: 'intermediate',
  language: 'nodejs',
  date: '2026-12-07',
  minutes: 45,
  from: '2026-11-23',
};
const question = (id: string, change: Partial<PrepQuestion> = {}): PrepQuestion => ({
  id,
  title: id,
  kind: 'concept',
  level: 'intermediate',
  roles: { dev: 2 },
  area: 'web',
  rank: 0,
  language: '',
  ...change,
});
const lab = (id: string, change: Partial<PrepLab> = {}): PrepLab => ({
  id,
  title: id,
  area: 'web',
  level: 'intermediate',
  minutes: 20,
  engine: 'sql',
  ...change,
});
const data = (questions: readonly PrepQuestion[], labs: readonly PrepLab[] = []): InterviewData => ({
  questions,
  labs,
  areas: {},
});
const many = (count: number, change: (index: number) => Partial<PrepQuestion> = () => ({})) =>
  Array.from({ length: count }, (_, index) => question(`q-${index}`, change(index)));
const nothingKnown = { ratingOf: () => undefined, hasPassed: () => false, due: 0, day: '2026-11-23' };

describe('the days of a preparation', () => {
  it('begins today, ends on the day before the interview, and has at least one day and at most a year', () => {
    const daysUntil = (date: string) => daysOf({ from: '2026-11-23', date });
    const days = daysUntil('2026-12-07');
    expect([days.length, days[0], days.at(-1)]).toEqual([14, '2026-11-23', '2026-12-06']);
    for (const date of ['2026-11-23', '2026-11-22']) expect(daysUntil(date)).toEqual(['2026-11-23']);
    expect(daysUntil('2036-01-01')).toHaveLength(366);
  });

  it('has mock interviews after a third, after two thirds, and on the last day', () => {
    expect(mockDays(goal)).toEqual(['2026-11-27', '2026-12-02', '2026-12-06']);
    expect(mockDays({ from: '2026-11-23', date: '2026-11-24' })).toEqual(['2026-11-23']);
  });
});

describe('the set of a day', () => {
  it('leaves out other languages, other roles and higher levels', () => {
    const questions = [
      question('general'),
      question('own', { language: 'nodejs' }),
      question('java', { language: 'java' }),
      question('other-role', { roles: { dba: 2 } }),
      question('senior', { level: 'advanced' }),
    ];
    expect(drawDay(data(questions), goal, nothingKnown).questions).toEqual(['own', 'general']);
  });

  it('takes what the role needs or the language is about first, of what is asked often', () => {
    const questions = [
      question('aside', { roles: { dev: 0 } }),
      question('near', { roles: { dev: 1 } }),
      question('own-rare', { rank: 2 }),
      question('own-often', { rank: 1, area: 'security' }),
      question('language', { rank: 1, language: 'nodejs', roles: {}, area: 'nodejs' }),
    ];
    const drawn = drawDay(data(questions), goal, nothingKnown).questions;
    expect(drawn.slice(0, 2)).toEqual(['language', 'own-often']);
    expect(drawn.indexOf('near')).toBeLessThan(drawn.indexOf('aside'));
  });

  it('gives no lab while the days of the first week are filled by what is asked often, nor one about what is not asked', () => {
    expect(drawDay(data(many(85), [lab('joins')]), goal, nothingKnown).lab).toBeUndefined();
    const elsewhere = [lab('schema', { area: 'graphql' })];
    expect(drawDay(data([question('a')], elsewhere), goal, nothingKnown).lab).toBeUndefined();
  });

  it('takes what is asked most often first, and areas in turn', () => {
    const questions = [
      question('web-1'),
      question('web-2'),
      question('db-1', { area: 'databases' }),
      question('rare', { area: 'security', rank: 3 }),
    ];
    expect(drawDay(data(questions), goal, nothingKnown).questions).toEqual(['db-1', 'web-1', 'web-2', 'rare']);
  });

  it('fits into the minutes of a day, with room for reviews and a lab', () => {
    const drawn = drawDay(data(many(30), [lab('joins')]), goal, nothingKnown);
    expect([drawn.lab, drawn.questions.length]).toEqual(['joins', 8]);
    expect(drawDay(data(many(30)), goal, { ...nothingKnown, due: 100 }).questions).toHaveLength(12);
  });

  it('has at least one question, however short the day', () => {
    const questions = [question('long', { kind: 'design-challenge' })];
    expect(drawDay(data(questions), { ...goal, minutes: 15 }, nothingKnown).questions).toEqual(['long']);
  });

  it('does not ask again what was rated, and gives no lab that was passed or that does not fit', () => {
    const labs = [
      lab('passed'),
      lab('python', { engine: 'python' }),
      lab('too-long', { minutes: 60 }),
      lab('too-hard', { level: 'expert' }),
    ];
    const known = {
      ...nothingKnown,
      ratingOf: (id: string) => (id === 'a' ? 1 : undefined),
      hasPassed: (id: string) => id === 'passed',
    };
    const drawn = drawDay(data([question('a'), question('b')], labs), goal, known);
    expect([drawn.questions, drawn.lab]).toEqual([['b'], undefined]);
  });

  it('holds a mock interview on its days, and no lab', () => {
    const drawn = drawDay(data([question('a')], [lab('joins')]), goal, { ...nothingKnown, day: '2026-11-27' });
    expect([drawn.mock, drawn.lab]).toEqual([45, undefined]);
  });

  it('is the same for the same day and ratings', () => {
    const questions = many(30, (index) => ({ area: `area-${index % 4}` }));
    const drawn = drawDay(data(questions), goal, nothingKnown);
    expect(drawDay(data(questions.toReversed()), goal, nothingKnown)).toEqual(drawn);
  });
});

it('readiness counts what was never rated as not ready, and names the weakest area first', () => {
  const questions = [question('a'), question('b'), question('c', { area: 'databases' })];
  const ratings: Record<string, number> = { a: 1, c: 0.4 };
  expect(readinessOf(data(questions), goal, (id) => ratings[id])).toEqual([
    { area: 'databases', questions: 1, rated: 1, value: 0.4 },
    { area: 'web', questions: 2, rated: 1, value: 0.5 },
  ]);
});
