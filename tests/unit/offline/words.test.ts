import { describe, expect, it } from 'vitest';
import { type CopyStatus, isNewEditionReady, isUnfinished } from '#features/offline/status.ts';
import { faultText, megabytesText, statusWords } from '#features/offline/words.ts';

const kept = { edition: 'a', bytes: 6_213_000, at: new Date(2026, 10, 21, 12).getTime() };
const half = { edition: 'b', bytes: 1_000_000, fetched: 400_000 };
const whole = { ...half, fetched: half.bytes };
const at = (status: Partial<CopyStatus>): CopyStatus => ({ isFetching: false, ...status });

describe('the state of the offline copy', () => {
  it.each([
    [at({}), ''],
    [at({ kept }), 'This site is kept on your device as it was on November 21, 2026: 6.2 MB.'],
    [
      at({ next: half, isFetching: true }),
      'Downloading the offline copy: 0.4 MB of 1.0 MB. You can read on meanwhile.',
    ],
    [at({ next: half }), '0.4 MB of 1.0 MB of the offline copy came so far.'],
  ])('%# is said in words', (status, words) => {
    expect(statusWords(status)).toBe(words);
  });

  it('says when a new edition waits, and not before it is whole', () => {
    expect(statusWords(at({ kept, next: whole }))).toContain('A new edition of this site is ready.');
    expect(isNewEditionReady(at({ kept, next: half }))).toBe(false);
    expect(isNewEditionReady(at({ next: whole }))).toBe(false);
    expect(isNewEditionReady(at({ kept, next: whole, isFetching: true }))).toBe(false);
  });

  it('says why a download stopped', () => {
    expect(faultText(at({ next: half, fault: 'full' }))).toContain('no room left');
    expect(faultText(at({ next: half, fault: 'interrupted' }))).toContain('goes on from there');
    expect(faultText(at({ kept, fault: 'strange' }))).toContain('remove the offline copy');
    expect(faultText(at({ kept }))).toBe('');
    expect(isUnfinished(at({ next: half }))).toBe(true);
    expect(isUnfinished(at({ next: half, isFetching: true }))).toBe(false);
  });

  it('does not call it an interruption when a whole copy is read offline', () => {
    const words = faultText(at({ kept, fault: 'interrupted' }));
    expect(words).toContain('could not be looked for');
    expect(words).not.toContain('interrupted');
  });
});

describe('a weight', () => {
  it.each([
    [0, '0.0 MB'],
    [1, '0.1 MB'],
    [6_213_000, '6.2 MB'],
  ])('of %i bytes is %s', (bytes, text) => {
    expect(megabytesText(bytes)).toBe(text);
  });
});
