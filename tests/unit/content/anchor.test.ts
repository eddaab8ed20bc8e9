import { describe, expect, it } from 'vitest';
import { anchorOf } from '#content/anchor.ts';

describe('anchorOf', () => {
  it.each([
    ['Mental model', 'mental-model'],
    ['Trade-offs', 'trade-offs'],
    ['`SELECT *` reads too much', 'select--reads-too-much'],
    ['What "eventual" means', 'what-eventual-means'],
    ['N+1, again', 'n1-again'],
    ['C# & .NET', 'c--net'],
    ['snake_case', 'snake_case'],
    ['Größe', 'größe'],
    ['R003', 'r003'],
  ])('makes %j the anchor %j', (heading, anchor) => {
    expect(anchorOf(heading)).toBe(anchor);
  });
});
