import { expect, it } from 'vitest';
import { preparationFormat } from '#features/interview/goal-file.ts';

const preparation = {
  goal: { role: 'dev', level: 'intermediate', language: '', date: '2026-12-07', minutes: 45, from: '2026-11-23' },
  at: 5,
  today: { day: '2026-11-23', questions: ['a', 'b'], lab: 'joins', mock: 0 },
} as const;

it.each([
  ['what it wrote', preparationFormat.serialize(preparation), { ok: true, value: preparation, errors: 0 }],
  [
    'a text that names no version as the first',
    JSON.stringify({ kind: 'wayline-interview', ...preparation }),
    { ok: true, value: preparation, errors: 0 },
  ],
  ['no JSON as corrupt', '{"kind"', { ok: false, error: 'corrupt' }],
  ['null as corrupt', 'null', { ok: false, error: 'corrupt' }],
  ['another file as corrupt', '{"kind":"wayline-notes","version":1}', { ok: false, error: 'corrupt' }],
  ['what a newer version wrote as such', '{"kind":"wayline-interview","version":2}', { ok: false, error: 'future' }],
])('reads %s', (_, text, parsed) => {
  expect(preparationFormat.parse(text)).toEqual(parsed);
});

it.each([{ date: '2026-13-45' }, { minutes: 7 }, { level: 'guru' }, { role: '../x' }])(
  'refuses a goal with %o, and says so',
  (change) => {
    const goal = { ...preparation.goal, ...change };
    const text = JSON.stringify({ kind: 'wayline-interview', version: 1, at: 1, goal });
    expect(preparationFormat.parse(text)).toMatchObject({ ok: true, value: { goal: undefined }, errors: 1 });
  },
);
