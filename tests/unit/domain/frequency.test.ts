import { describe, expect, it } from 'vitest';
import { mostAsked } from '#domain/frequency.ts';

describe('mostAsked', () => {
  const question = (id: string, frequency: 'rare' | 'often' | 'very-often', roles: number) => ({
    id,
    data: { frequency, roles: Array.from({ length: roles }, (_, at) => `role-${at}`) },
  });
  const questions = [question('a', 'often', 1), question('b', 'rare', 1), question('c', 'very-often', 9)];

  it('takes those that are asked most often', () => {
    expect(mostAsked(questions, 2).map(({ id }) => id)).toEqual(['c', 'a']);
  });

  it('prefers, among equals, what few roles are asked, and else keeps the order', () => {
    const equals = [question('everybody', 'often', 5), question('mine', 'often', 1), question('mine-too', 'often', 1)];
    expect(mostAsked(equals, 3).map(({ id }) => id)).toEqual(['mine', 'mine-too', 'everybody']);
  });
});
