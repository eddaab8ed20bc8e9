import { expect, it } from 'vitest';
import { preparationFormat } from '#features/interview/goal-file.ts';

const preparation = {
  goal: { role: 'dev', level: 'intermediate', language: '', date: '2026-12-07', minutes: 45, from: '2026-11-23' },
  at: 5,
  today: { day: '2026-11-23', questions: ['a', 'b'], lab: 'joins', mock: 0 },
} as const;

it('reads what it wrote', () => {
  expect(preparationFormat.parse(preparationFormat.serialize(preparation))).toEqual({
    ok: true,
    value: preparation,
    refused: 0,
  });
});

it.each([
  ['no JSON', '{"kind"'],
  ['null', 'null'],
  ['another file', '{"kind":"wayline-notes","version":1}'],
])('tells %s as corrupt', (_, text) => {
  expect(preparationFormat.parse(text)).toEqual({ ok: false, error: 'corrupt' });
});

it('reads a text that names no version as the first', () => {
  const text = JSON.stringify({ kind: 'wayline-interview', ...preparation });
  expect(preparationFormat.parse(text)).toEqual({ ok: true, value: preparation, refused: 0 });
});

it('leaves what a newer version wrote alone', () => {
  expect(preparationFormat.parse('{"kind":"wayline-interview","version":2}')).toEqual({ ok: false, error: 'future' });
});

it.each([{ date: '2026-13-45' }, { minutes: 7 }, { level: 'guru' }, { role: '../x' }])(
  'refuses a goal with %o, and says so',
  (change) => {
    const text = JSON.stringify({
      kind: 'wayline-interview',
      version: 1,
      at: 1,
      goal: { ...preparation.goal, ...change },
    });
    expect(preparationFormat.parse(text)).toMatchObject({ ok: true, value: { goal: undefined }, refused: 1 });
  },
);
