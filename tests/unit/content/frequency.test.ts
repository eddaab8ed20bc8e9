import { expect, it } from 'vitest';
import { mostAsked } from '#content/frequency.ts';

const question = (id: string, frequency: 'rare' | 'often' | 'very-often', { roles = 1, topic = 'needed' } = {}) => ({
  id,
  data: { frequency, topics: [topic, 'other'], roles: Array.from({ length: roles }, (_, at) => `role-${at}`) },
});

it.each([
  [
    'takes those that are asked most often',
    [question('a', 'often'), question('b', 'rare'), question('c', 'very-often', { roles: 9 })],
    ['c', 'a'],
  ],
  [
    'prefers, among equals, what few roles are asked, and else keeps the order',
    [question('everyone', 'often', { roles: 5 }), question('mine', 'often'), question('too', 'often')],
    ['mine', 'too', 'everyone'],
  ],
  [
    'puts questions last whose main topic the role does not need',
    [question('foreign', 'very-often', { topic: 'foreign' }), question('own', 'rare')],
    ['own', 'foreign'],
  ],
])('mostAsked %s', (_, questions, expected) => {
  const most = mostAsked(questions, { topics: new Set(['needed']), count: expected.length });
  expect(most.map(({ id }) => id)).toEqual(expected);
});
