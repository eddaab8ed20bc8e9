import { describe, expect, test } from 'vitest';
import {
  type LabWork,
  labWorkFormat,
  labWorkNotAfter,
  maxCode,
  mergeLabWork,
  withCode,
  withHelp,
  withPassed,
  withVersions,
} from '#features/labs/lab-work.ts';

const none: LabWork = new Map();
const written = (work: LabWork, code: string, { at, base }: { at: number; base: number }) =>
  withCode(work, 'add-up', { code, at, base });
const own = (work: LabWork) => work.get('add-up');

describe('code that two tabs write', () => {
  const first = written(none, 'one', { at: 10, base: 0 });
  const both = written(first, 'two', { at: 20, base: 0 });

  test('is kept in both versions, the later one in front', () => {
    expect(own(both)).toEqual({ code: 'two', at: 20, passedAt: 0, other: 'one' });
  });

  test('stays in both versions while one tab goes on', () => {
    expect(own(written(both, 'two more', { at: 30, base: 20 }))).toMatchObject({ code: 'two more', other: 'one' });
  });

  test('is one version again when the reader has chosen', () => {
    expect(own(withVersions(both, 'add-up', { code: 'one', at: 30, other: '' }))).toEqual({
      code: 'one',
      at: 30,
      passedAt: 0,
    });
  });

  test('is one version when both wrote the same, or one went back to the start', () => {
    expect(own(written(first, 'one', { at: 20, base: 0 }))).not.toHaveProperty('other');
    const reset = written(first, '', { at: 15, base: 10 });
    expect(own(written(reset, 'two', { at: 20, base: 10 }))).not.toHaveProperty('other');
  });

  test('comes back from storage and an export in both versions', () => {
    const parsed = labWorkFormat.parse(labWorkFormat.serialize(both));
    expect(parsed).toEqual({ ok: true, value: both, errors: 0 });
    expect(mergeLabWork(first, both)).toEqual(both);
    expect(own(labWorkNotAfter(both, 15))).toEqual({ code: 'two', at: 15, passedAt: 0, other: 'one' });
  });
});

test('code that is too long replaces nothing, and is never cut', () => {
  const fits = written(none, 'x'.repeat(maxCode), { at: 10, base: 0 });
  expect(own(fits)?.code).toHaveLength(maxCode);
  expect(written(fits, 'x'.repeat(maxCode + 1), { at: 20, base: 10 })).toBe(fits);
});

describe('the rung of help that was used', () => {
  const hinted = withHelp(written(none, 'one', { at: 10, base: 0 }), 'add-up', 'hint');
  const solved = withHelp(hinted, 'add-up', 'solution');

  test('is the highest one, whatever is used after it', () => {
    expect(own(withHelp(solved, 'add-up', 'lines'))?.help).toBe('solution');
  });

  test('stays when code is written, the lab passes, or another browser joins', () => {
    const later = withPassed(written(solved, 'two', { at: 20, base: 10 }), 'add-up', 30);
    expect(own(later)).toEqual({ code: 'two', at: 20, passedAt: 30, help: 'solution' });
    expect(mergeLabWork(solved, hinted)).toEqual(solved);
    expect(own(mergeLabWork(hinted, later))?.help).toBe('solution');
  });

  test('comes back from storage, and an unknown one is refused', () => {
    expect(labWorkFormat.parse(labWorkFormat.serialize(solved))).toEqual({ ok: true, value: solved, errors: 0 });
    const foreign = labWorkFormat.serialize(solved).replace('"solution"', '"magic"');
    expect(labWorkFormat.parse(foreign)).toMatchObject({ ok: true, errors: 1 });
  });
});
