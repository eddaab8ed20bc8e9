import { describe, expect, it } from 'vitest';
import { readUnderWay } from '#features/practice/under-way.ts';

const underWay = {
  search: '?role=go-developer&minutes=15&seed=abc',
  answered: [
    { score: 'good', notes: 'Said “select”.' },
    { score: 'none', notes: '' },
  ],
  notes: 'half a sent',
  seconds: 312,
};

describe('readUnderWay', () => {
  it('reads what was written', () => {
    expect(readUnderWay(JSON.stringify(underWay))).toEqual(underWay);
  });

  it.each([
    undefined,
    '',
    'null',
    '[]',
    '"text"',
    '{"search"',
    '{"__proto__":{"search":"?"}}',
    JSON.stringify({ ...underWay, search: 1 }),
    JSON.stringify({ ...underWay, seconds: -1 }),
    JSON.stringify({ ...underWay, seconds: 'soon' }),
    JSON.stringify({ ...underWay, notes: null }),
    JSON.stringify({ ...underWay, answered: {} }),
    JSON.stringify({ ...underWay, answered: [null] }),
    JSON.stringify({ ...underWay, answered: [{ score: 'superb', notes: '' }] }),
  ])('has no interview in %s', (text) => {
    expect(readUnderWay(text)).toBeUndefined();
  });
});
