import { describe, expect, it } from 'vitest';
import { levels } from '#content/level.ts';
import type { Card } from '#features/practice/card.ts';
import {
  chooseSeed,
  countRepeats,
  drawMockSet,
  type MockRequest,
  readMockAddress,
} from '#features/practice/mock-set.ts';
import { seededRandom } from '#lib/random.ts';

const kinds = ['concept', 'concept', 'concept', 'coding', 'design-challenge', 'behavioral'] as const;

const cards = Array.from(
  { length: 120 },
  (_, index): Card => ({
    id: `question-${index}`,
    kind: kinds[index % kinds.length] ?? 'concept',
    front: '',
    back: '',
    address: '',
    level: levels[Math.floor(index / 6) % 4] ?? 'beginner',
    area: '',
    roles: index % 2 === 0 ? ['backend-developer', 'api-designer'] : ['backend-developer'],
    topics: [`topic-${index % 40}`],
    formerIds: [],
  }),
);
const request: MockRequest = {
  role: 'backend-developer',
  level: 'intermediate',
  language: '',
  minutes: 60,
  seed: 'abc123',
};
const idsOf = (set: ReturnType<typeof drawMockSet>) => set.map(({ card: { id } }) => id);

describe('a mock interview', () => {
  it('has the same questions for the same request, whatever the order of the content', () => {
    expect(idsOf(drawMockSet(cards.toReversed(), request))).toEqual(idsOf(drawMockSet(cards, request)));
    expect(idsOf(drawMockSet(cards, { ...request, seed: 'abc124' }))).not.toEqual(idsOf(drawMockSet(cards, request)));
  });

  it('keeps nearly all of them when content is added', () => {
    const added = { ...(cards[0] as Card), id: 'question-new', level: 'intermediate' as const };
    const before = idsOf(drawMockSet(cards, request));
    const after = idsOf(drawMockSet([...cards, added], request));
    expect(before.filter((id) => !after.includes(id)).length).toBeLessThanOrEqual(1);
  });

  it.each([15, 30, 45, 60, 90])('of %i minutes is balanced, in order and not longer', (minutes) => {
    const set = drawMockSet(cards, { ...request, minutes });
    const count = (kind: string) => set.filter(({ card }) => card.kind === kind).length;
    expect(set.reduce((sum, question) => sum + question.minutes, 0)).toBeLessThanOrEqual(minutes);
    expect(count('design-challenge')).toBe(minutes >= 90 ? 2 : minutes >= 45 ? 1 : 0);
    expect(count('behavioral')).toBe(minutes >= 30 ? 1 : 0);
    expect(count('concept')).toBeGreaterThan(0);
    expect(new Set(set.map(({ card }) => card.topics[0])).size).toBe(set.length);
    const order = ['concept', 'coding', 'design-challenge', 'behavioral'];
    const ranks = set.map(({ card }) => order.indexOf(card.kind));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  it('stays at its level while there are questions, and asks only what the role is asked', () => {
    const set = drawMockSet(cards, { ...request, role: 'api-designer', minutes: 30 });
    expect(set.every(({ card }) => card.roles.includes('api-designer'))).toBe(true);
    expect(drawMockSet(cards, request).every(({ card }) => card.level === 'intermediate')).toBe(true);
  });

  it('begins with the chosen language, and asks about no other one', () => {
    const spoken = cards.map((card, index) => ({
      ...card,
      language: ['nodejs', 'java', undefined, undefined][index % 4],
    }));
    for (const seed of ['a', 'b', 'c', 'd']) {
      const set = drawMockSet(spoken, { ...request, language: 'nodejs', minutes: 30, seed });
      const languages = set.map(({ card }) => card.language);
      expect(languages).toContain('nodejs');
      expect(languages).not.toContain('java');
    }
  });

  it('of a role without questions is empty, and of a single long question has that one', () => {
    expect(drawMockSet(cards, { ...request, role: 'no one' })).toEqual([]);
    const one = cards.filter(({ kind }) => kind === 'design-challenge').slice(0, 1);
    expect(drawMockSet(one, { ...request, minutes: 15 })).toHaveLength(1);
  });

  it('has no question of the last three interviews while there are others', () => {
    const random = seededRandom('test');
    const interviews: { at: number; questions: (readonly [string, 'good'])[] }[] = [];
    for (let round = 0; round < 12; round += 1) {
      const seed = chooseSeed(cards, { request: { ...request, level: '' }, interviews, random });
      const set = drawMockSet(cards, { ...request, level: '', seed });
      expect(countRepeats(set, interviews), `round ${round}`).toBe(0);
      interviews.push({ at: round, questions: set.map(({ card }) => [card.id, 'good'] as const) });
    }
  });
});

describe('the address of an interview', () => {
  const read = (query: string) => readMockAddress(new URLSearchParams(query));

  it('gives minutes and seed', () => {
    expect(read('minutes=30&seed=abc123')).toEqual({ minutes: 30, seed: 'abc123' });
    expect(read('')).toEqual({ minutes: 45, seed: undefined });
  });

  it.each([
    ['minutes=50', 45, undefined],
    ['minutes=9999', 90, undefined],
    ['minutes=soon', 45, undefined],
    ['seed=AB-12!', 45, 'ab12'],
    ['seed=%00%3Cscript', 45, 'script'],
    [`seed=${'x'.repeat(50_000)}`, 45, 'xxxxxxxxxxxx'],
    ['seed=---', 45, undefined],
  ])('of %s is put right', (query, minutes, seed) => {
    expect(read(query)).toEqual({ minutes, seed });
  });
});
