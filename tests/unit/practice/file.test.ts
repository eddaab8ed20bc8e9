import { describe, expect, it } from 'vitest';
import { practiceFormat } from '#features/practice/practice-file.ts';
import { defaultSettings } from '#features/practice/settings.ts';
import { emptyState, mergeStates, notAfter, type PracticeState } from '#features/practice/state.ts';
import { forSeeds } from '../../support/random.ts';
import { randomState } from './random-state.ts';

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

  it('brings settings into their ranges, and replaces what is no setting', () => {
    const settings = '{"perDay":0,"newPerDay":1e9,"daysPerWeek":"often","fourGrades":1,"at":5}';
    const parsed = practiceFormat.parse(`{"kind":"wayline-practice","version":1,"reviews":{},"settings":${settings}}`);
    expect(parsed).toMatchObject({ ok: true, errors: 2 });
    expect(parsed.ok && parsed.value.settings).toEqual({ ...defaultSettings, perDay: 1, newPerDay: 200 });
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
