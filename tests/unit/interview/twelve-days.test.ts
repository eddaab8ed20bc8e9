import { afterAll, describe, expect, it, vi } from 'vitest';
import { levels } from '#content/level.ts';
import { getContent } from '#content/views/site-content.ts';
import { interviewData } from '#features/interview/build-data.ts';
import { closenessOf, drawDay, type Goal, type PrepQuestion } from '#features/interview/prepare.ts';
import { memoryOf } from '#features/practice/memory.ts';
import type { Review } from '#features/practice/review.ts';

vi.stubEnv('DEV', false);
afterAll(() => {
  vi.unstubAllEnvs();
});

const data = interviewData();
const roles = getContent().corpus.role.map(({ id }) => id);
const languages = ['', ...new Set(data.questions.map(({ language }) => language).filter(Boolean))];
const goals = roles.flatMap((role) => languages.map((language) => ({ role, language })));
/** Names that tell what a question is about, by the language or role that brings it. */
const names = {
  nodejs: /Node\.js|JavaScript|TypeScript|npm|NestJS|Express\b/u,
  python: /Python|Django|Flask|FastAPI/u,
  java: /\bJava\b|Spring|JVM|Hibernate/u,
  go: /goroutine|in Go\b/u,
  php: /PHP|Laravel|Symfony|Composer/u,
  rust: /Rust|Tokio|Axum/u,
  dotnet: /\.NET|C#|Entity Framework/u,
  'graphql-specialist': /GraphQL/u,
};
const day = 86_400_000;
const noon = Date.parse('2026-11-23T12:00:00Z');

/** The questions of twelve days at 45 minutes, for someone who knows every answer and does every review and lab. */
function questionsOf(choice: Pick<Goal, 'role' | 'language'>): readonly (readonly PrepQuestion[])[] {
  const goal: Goal = { ...choice, level: 'intermediate', date: '2026-12-07', minutes: 45, from: '2026-11-23' };
  const histories = new Map<string, readonly Review[]>();
  const passed = new Set<string>();
  return Array.from({ length: 12 }, (_, index) => {
    const now = { at: noon + index * day, offset: 0 };
    const due = [...histories].filter(([, history]) => (memoryOf(history)?.due ?? 0) <= Math.floor(now.at / day));
    const set = drawDay(data, goal, {
      day: new Date(now.at).toISOString().slice(0, 10),
      due: due.length,
      ratingOf: (id) => (histories.has(id) ? 0.8 : undefined),
      hasPassed: (id) => passed.has(id),
    });
    for (const [id, history] of due) histories.set(id, [...history, { ...now, grade: 3 }]);
    for (const id of set.questions) histories.set(id, [{ ...now, grade: 3 }]);
    if (set.lab !== undefined) passed.add(set.lab);
    return data.questions.filter(({ id }) => set.questions.includes(id));
  });
}

/** How many of the questions are about a topic that the role needs, or about the language, from 0 to 1. */
function shareOf(questions: readonly PrepQuestion[], goal: Pick<Goal, 'role'>): number {
  return questions.filter((question) => closenessOf(question, goal) > 0).length / questions.length;
}

/** What interviews for the role ask often: its main topic is one that the role needs, or it is about the language. */
function askedOften({ role, language }: Pick<Goal, 'role' | 'language'>): readonly PrepQuestion[] {
  const isOwn = (question: PrepQuestion) =>
    question.language === '' ? question.roles[role] === 2 : question.language === language;
  const isReached = ({ level }: PrepQuestion) => levels.indexOf(level) <= levels.indexOf('intermediate');
  return data.questions.filter((question) => question.rank <= 1 && isOwn(question) && isReached(question));
}

describe.each(goals)('twelve days for $role with the language "$language"', (goal) => {
  const days = questionsOf(goal);
  const titles = (questions: readonly PrepQuestion[]) => questions.map(({ title }) => title);

  it('are at least half about the role or the language, and the first two at least four fifths', () => {
    expect(days.flat().length).toBeGreaterThan(20);
    expect(shareOf(days.flat(), goal)).toBeGreaterThanOrEqual(0.5);
    expect(shareOf(days.slice(0, 2).flat(), goal)).toBeGreaterThanOrEqual(0.8);
  });

  it('bring everything that is asked often within the first week', () => {
    expect(titles(days.slice(0, 7).flat())).toEqual(expect.arrayContaining(titles(askedOften(goal))));
  });

  it('bring nothing of a subject that was not chosen', () => {
    const others = Object.entries(names).filter(([id]) => id !== goal.language && id !== goal.role);
    const areas = others.map(([id]) => id.replace('-specialist', ''));
    const isForeign = ({ area, title }: PrepQuestion) =>
      areas.includes(area) || others.some(([, name]) => name.test(title));
    expect(titles(days.flat().filter(isForeign))).toEqual([]);
  });
});

it('ask a Node.js developer in the first week what blocks the event loop', () => {
  const week = questionsOf({ role: 'nodejs-developer', language: 'nodejs' }).slice(0, 7).flat();
  expect(week.map(({ title }) => title)).toContain('What blocks the Node.js event loop, and how do you notice?');
});
