import { describe, expect, it } from 'vitest';
import { keyOf, termsOf, wordsOf } from '#lib/text/text.ts';

describe('keyOf', () => {
  it.each([
    ['C#', ['c #', 'C sharp', 'csharp', 'c-sharp']],
    ['C++', ['c ++', 'cpp', 'c plus plus', 'CPlusPlus']],
    ['.NET', ['dotnet', 'dot net', 'Dot-Net']],
    ['ASP.NET Core', ['asp net core', 'aspnet core', 'ASP dotnet Core']],
    ['Node.js', ['node js', 'nodejs', 'NodeJS', 'node-js']],
    ['N+1', ['n + 1', 'n plus 1', 'n plus one', 'nplus1', 'n1', 'n-1']],
    ['CI/CD', ['ci cd', 'cicd', 'CI-CD']],
    ['OAuth 2.0', ['oauth2', 'OAuth 2', 'oauth2.0', 'o auth 2']],
    ['HTTP/2', ['http2', 'http 2', 'HTTP/2.0', 'http v2']],
    ['todo app', ['to-do app', 'to do app', 'ToDo app']],
    ["Let's Encrypt", ['lets encrypt', 'letsencrypt', 'let’s encrypt']],
    ['backup', ['back up', 'back-up', 'backing up']],
    ['what can go wrong', ['what can wrong']],
    ['B+ tree', ['b+tree', 'b plus tree', 'B+-trees', 'bplus tree']],
    ['I/O', ['i / o', 'io']],
    ['B-tree', ['btree', 'b tree', 'B-Trees']],
    ['Optimization', ['optimisation', 'optimisations']],
    ['Behavior', ['behaviours']],
    ['Café', ['cafe']],
    ['k/v store', ['key value store', 'K / V store']],
    ['a === b', ['a == b', 'a===b']],
    ['java -Xmx', ['java -Xmx4g', 'java -Xmx512m']],
    ['regular expression', [String.raw`\d{3}`, '(?:.*)+']],
    ["Express's files", ['express files', 'Express’s files']],
    ["I've finished, they'll know", ['i finished they know']],
  ])('is the same for %s in every spelling', (name, spellings) => {
    for (const spelling of spellings) expect(keyOf(spelling), spelling).toBe(keyOf(name));
  });

  it.each([
    ['C#', 'C++'],
    ['B+ tree', 'B-tree'],
    ['HTTP/1.1', 'HTTP/2'],
    ['none', 'n+1'],
    ['CORS', 'core'],
    ['HTTP', 'HTTPS'],
    ['a !== b', 'a === b'],
    ['-p80', '-p81'],
    ['count(*)', 'count regular expression'],
    ['prices[0]+1', 'prices[0 regular expression'],
    ["don't", 'do'],
  ])('tells %s from %s', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });
});

describe('wordsOf', () => {
  it('tells a login from logging in production', () => {
    expect(wordsOf('log in users')).toContain('login');
    expect(wordsOf('log in production')).toContain('log');
  });

  it.each([
    ['drops signs, control characters and emoji', '\u0000<b>Hi\u202e</b> 🙂 ', ['b', 'hi', 'b']],
    ['reads "to do" before a name as one', 'a to-do app', ['a', 'todo', 'app']],
    ['reads "to do" elsewhere as two', 'what to do', ['what', 'to', 'do']],
    ['gives nothing for a text without words', '?!*+ 🙂', []],
  ])('%s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('termsOf', () => {
  it.each([
    ['compounds whole and in parts', 'Node.js and CI/CD', ['nodejs', 'node', 'js', 'cicd', 'ci', 'cd']],
    ['a name joined with its number', 'OAuth 2.0', ['oauth2']],
    ['words as written and as stems', 'Caching queries', ['caching', 'cach', 'queries', 'query']],
  ])('has %s', (_, text, terms) => {
    expect(termsOf(text)).toEqual(expect.arrayContaining(terms));
  });
});
