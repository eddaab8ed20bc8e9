import { describe, expect, it } from 'vitest';
import { intentOf } from '#features/search/intent.ts';

describe('intentOf', () => {
  it.each([
    ['kafka vs rabbitmq', 'Comparison'],
    ['kafka or rabbitmq', 'Comparison'],
    ['What is the difference between SQL and NoSQL?', 'Comparison'],
    ['interview questions about caching', 'Question'],
    ['design a parking lot', 'Question'],
    ['tell me about a conflict', 'Question'],
    ['projects with redis', 'Project'],
    ['go developer salary', 'Role'],
    ['python roadmap', 'Roadmap'],
    ['is graphql better than rest', 'Comparison'],
    ['do i need a degree', 'Page'],
    ['best books', 'Page'],
  ] as const)('hears in "%s" the wish for a %s', (text, kind) => {
    expect(intentOf(text).get(kind)).toBeGreaterThan(1);
  });

  it('hears nothing in a name', () => {
    expect(intentOf('redis').size).toBe(0);
    expect(intentOf('do I have to lock rows or the whole table').size).toBe(0);
  });
});
