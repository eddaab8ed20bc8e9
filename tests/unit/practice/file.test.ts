import { describe, expect, it } from 'vitest';
import { practiceFormat } from '#features/practice/practice-file.ts';
import { defaultSettings, settingRanges } from '#features/practice/settings.ts';
import { emptyState, mergeStates, notAfter, type PracticeState } from '#features/practice/state.ts';
import type { Parsed } from '#lib/stored-file.ts';
import { forSeeds } from '../../support/random.ts';
import { spoil } from '../../support/spoil.ts';
import { randomState } from './random-state.ts';

const text = (reviews: string, head = '"kind":"wayline-practice","version":1') => `{${head},"reviews":${reviews}}`;

describe('stored practice', () => {
  it('is JSON with its kind, its version, and a time, grade and offset for each review', () => {
    const state: PracticeState = {
      ...emptyState,
      histories: new Map([['acid', [{ at: 7, grade: 3, offset: 60 }]]]),
      interviews: [{ at: 9, questions: [['acid', 'strong']] }],
    };
    expect(JSON.parse(practiceFormat.serialize(state))).toEqual({
      kind: 'wayline-practice',
      version: 1,
      reviews: { acid: [[7, 3, 60]] },
      settings: { perDay: 30, newPerDay: 8, daysPerWeek: 3, fourGrades: false, at: 0 },
      interviews: [[9, [['acid', 'strong']]]],
    });
  });

  it('gives back exactly the state that was written, for a thousand random states', () => {
    forSeeds(1000, (random) => {
      const state = randomState(random);
      expect(practiceFormat.parse(practiceFormat.serialize(state))).toEqual({
        ok: true,
        value: state,
        refused: 0,
      });
    });
  });
});

describe('reading practice', () => {
  it.each([
    ['an empty text', ''],
    ['half a file', text('{"acid":[[7,3,60]]}').slice(0, 50)],
    ['null', 'null'],
    ['another kind', text('{}', '"kind":"bookmarks","version":1')],
    ['reviews in a list', text('[]')],
    ['no reviews', '{"kind":"wayline-practice","version":1}'],
    ['more than five million characters', ' '.repeat(5_000_001)],
    ['deep nesting', '['.repeat(400_000)],
  ])('calls %s corrupt', (_, spoiled) => {
    expect(practiceFormat.parse(spoiled)).toEqual({ ok: false, error: 'corrupt' });
  });

  it('leaves a higher version to a newer Wayline', () => {
    expect(practiceFormat.parse(text('{}', '"kind":"wayline-practice","version":2'))).toEqual({
      ok: false,
      error: 'future',
    });
  });

  it.each([
    ['a grade that is none', '[7,5,0]'],
    ['no offset', '[7,3]'],
    ['an offset of more than a day', '[7,3,2000]'],
    ['a time in words', '["7",3,0]'],
    ['a time before 1970', '[-7,3,0]'],
    ['a time without end', '[1e400,3,0]'],
    ['nothing', 'null'],
  ])('refuses a review with %s and takes the others', (_, entry) => {
    const parsed = practiceFormat.parse(text(`{"acid":[${entry},[9,3,0]]}`));
    expect(parsed).toMatchObject({ ok: true, refused: 1 });
    expect(parsed.ok && parsed.value.histories).toEqual(new Map([['acid', [{ at: 9, grade: 3, offset: 0 }]]]));
  });

  it.each(['__proto__', 'ACID', 'a b', '', 'indexing/', 'indexing/../x', '<b>', 'x'.repeat(71)])(
    'refuses the id %j',
    (id) => {
      expect(practiceFormat.parse(text(`{${JSON.stringify(id)}:[[7,3,0]]}`))).toMatchObject({ ok: true, refused: 1 });
    },
  );

  it('brings settings into their ranges, and replaces what is no setting', () => {
    const settings = '{"perDay":0,"newPerDay":1e9,"daysPerWeek":"often","fourGrades":1,"at":5}';
    const parsed = practiceFormat.parse(`{"kind":"wayline-practice","version":1,"reviews":{},"settings":${settings}}`);
    expect(parsed).toMatchObject({ ok: true, refused: 2 });
    expect(parsed.ok && parsed.value.settings).toEqual({ ...defaultSettings, perDay: 1, newPerDay: 200 });
  });

  it('neither throws nor lets anything through but valid state, for ten thousand spoiled texts', () => {
    forSeeds(10_000, (random) => {
      const spoiled = spoil(practiceFormat.serialize(randomState(random, 5)), random);
      const parsed = practiceFormat.parse(spoiled);
      if (!isSound(parsed)) expect.fail(`${spoiled} gave ${JSON.stringify(parsed)}`);
    });
    expect('acid' in {}).toBe(false);
  });
});

describe('two states', () => {
  it('merge into the same, whatever the order of reading them again', () => {
    forSeeds(200, (random) => {
      const [a, b] = [randomState(random), randomState(random)];
      const merged = mergeStates(a, b);
      expect(mergeStates(merged, a)).toEqual(merged);
      expect(mergeStates(merged, b).histories).toEqual(merged.histories);
    });
  });

  it('keep the newer settings, and settings from the future count as of now', () => {
    const ahead = { ...emptyState, settings: { ...defaultSettings, perDay: 5 }, settingsAt: 9e12 };
    const mine = { ...emptyState, settings: { ...defaultSettings, perDay: 50 }, settingsAt: 2000 };
    expect(mergeStates(mine, notAfter(ahead, { at: 1000, offset: 0 })).settings.perDay).toBe(50);
    expect(mergeStates(mine, notAfter(ahead, { at: 3000, offset: 0 })).settings.perDay).toBe(5);
  });
});

function isSound(parsed: Parsed<PracticeState>): boolean {
  if (!parsed.ok) return parsed.error === 'corrupt' || parsed.error === 'future';
  const { histories, settings } = parsed.value;
  const names = Object.keys(settingRanges) as (keyof typeof settingRanges)[];
  return (
    parsed.refused >= 0 &&
    names.every((name) => settings[name] >= settingRanges[name][0] && settings[name] <= settingRanges[name][1]) &&
    [...histories].every(
      ([id, history]) =>
        /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]{7})?$/u.test(id) &&
        history.length > 0 &&
        history.every(({ at, grade }, index) => at > (history[index - 1]?.at ?? -1) && [0, 1, 2, 3, 4].includes(grade)),
    )
  );
}
