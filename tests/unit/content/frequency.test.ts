import { describe, expect, it } from 'vitest';
import { mostAsked } from '#content/frequency.ts';

describe('mostAsked', () => {
  const question = (id: string, frequency: 'rare' | 'often' | 'very-often', { roles = 1, topic = 'needed' } = {}) => ({
    id,
    data: { frequency, topics: [topic, 'other'], roles: Array.from({ length: roles }, (_, at) => `role-${at}`) },
  });
  const ids = (questions: ReturnType<typeof question>[], count: number) =>
    mostAsked(questions, { topics: new Set(['needed']), count }).map(({ id }) => id);

  it('takes those that are asked most often', () => {
    const questions = [question('a', 'often'), question('b', 'rare'), question('c', 'very-often', { roles: 9 })];
    expect(ids(questions, 2)).toEqual(['c', 'a']);
  });

  it('prefers, among equals, what few roles are asked, and else keeps the order', () => {
    const questions = [
      question('everyone', 'often', { roles: 5 }),
      question('mine', 'often'),
      question('too', 'often'),
    ];
    expect(ids(questions, 3)).toEqual(['mine', 'too', 'everyone']);
  });

  it('puts questions last whose main topic the role does not need', () => {
    const questions = [question('foreign', 'very-often', { topic: 'foreign' }), question('own', 'rare')];
    expect(ids(questions, 2)).toEqual(['own', 'foreign']);
  });
});
