import { describe, expect, it } from 'vitest';
import { contentWords, withoutRoleWords } from '#lib/text/stop-words.ts';

const content = (text: string) => contentWords(text.split(' ')).join(' ');

describe('contentWords', () => {
  it.each([
    ['how does a load balancer work', 'load balancer'],
    ['what happens when a node dies', 'node dies'],
    ['interview questions about caching', 'caching'],
    ['project with redis', 'redis'],
    ['what is dependency injection in simple words', 'dependency injection'],
    ['why do people use message queues', 'message queues'],
    ['learn sql from scratch', 'sql'],
    ['go roadmap 2025', 'go'],
    ['exceptions best practices', 'exceptions'],
    ['node basics', 'node'],
    ['how do i log properly', 'log'],
    ['pros and cons of microservices', 'microservices'],
    ['tell me about a time you failed', 'failed'],
    // Words of talk may be a name when little else is left.
    ['get vs post', 'get post'],
    ['put or patch', 'put patch'],
    ['what is it', 'what is it'],
    ['projects', 'projects'],
    ['best practices', 'best practices'],
  ])('keeps of "%s" its matter', (text, matter) => {
    expect(content(text)).toBe(matter);
  });
});

it('withoutRoleWords drops what every role has when a role is named', () => {
  expect(withoutRoleWords(['go', 'developer', 'skills'])).toEqual(['go', 'developer']);
  expect(withoutRoleWords(['staff', 'engineer'])).toEqual(['staff', 'engineer']);
  expect(withoutRoleWords(['functional', 'requirements'])).toEqual(['functional', 'requirements']);
});
