import { expect, it } from 'vitest';
import { durationText, readPace } from '#features/progress/study-pace.ts';

it.each([
  [1, 8, '1 week'],
  [8, 8, '1 week'],
  [9, 8, '2 weeks'],
  [64, 8, '8 weeks'],
  [72, 8, 'about 2 months'],
  [160, 8, 'about 5 months'],
  [480, 8, 'about 14 months'],
  [480, 4, 'about 2½ years'],
  [840, 8, 'about 2 years'],
])('%i hours of study at %i a week take %s', (hours, pace, words) => {
  expect(durationText(hours, pace)).toBe(words);
});

it.each([
  ['10', 10],
  ['0', 1],
  ['400', 60],
  ['7.4', 7],
  [undefined, 8],
  ['', 8],
  ['many', 8],
  ['Infinity', 8],
])('the stored hours a week %j are read as %i', (text, hours) => {
  expect(readPace(text)).toBe(hours);
});
