import { describe, expect, it } from 'vitest';
import { EarlierPassages } from '#features/offline/earlier-passages.ts';
import { seedRandom } from '../../support/random.ts';

const { whole } = seedRandom(3);
const noise = (length: number) => Uint8Array.from({ length }, () => whole(0, 255));
const bytesOf = (...pieces: readonly Uint8Array[]) => Uint8Array.from(pieces.flatMap((piece) => [...piece]));

describe('looking for passages that stood before', () => {
  it('finds one at whatever place it stood, and stretches it to both sides', () => {
    const passage = noise(90);
    for (const before of [0, 1, 2, 3, 40]) {
      const bytes = bytesOf(noise(before), passage, noise(33), passage, noise(70));
      const passages = new EarlierPassages(bytes);
      const second = before + 90 + 33;
      passages.remember(0, second);
      const found = [0, 1, 2, 3].flatMap((step) => passages.find(second + step, second) ?? []);
      expect(found).toEqual([{ at: second, from: before, length: 90 }]);
    }
  });

  it('lets none begin before what is written already', () => {
    const passage = noise(100);
    const passages = new EarlierPassages(bytesOf(passage, passage));
    passages.remember(0, 100);
    expect(passages.find(104, 102)).toEqual({ at: 102, from: 2, length: 98 });
  });

  it('takes the longest of several', () => {
    const passage = noise(200);
    const bytes = bytesOf(passage, passage.subarray(0, 80), noise(40), passage, noise(60));
    const passages = new EarlierPassages(bytes);
    passages.remember(0, 320);
    expect(passages.find(320, 320)).toEqual({ at: 320, from: 0, length: 200 });
  });

  it('leaves short ones to gzip', () => {
    const passage = noise(50);
    const passages = new EarlierPassages(bytesOf(passage, noise(50), passage, noise(60)));
    passages.remember(0, 100);
    expect(passages.find(100, 100)).toBeUndefined();
  });

  it('finds nothing in what is too short, nor in what it has not gone through', () => {
    expect(new EarlierPassages(new Uint8Array()).find(0, 0)).toBeUndefined();
    const passage = noise(90);
    expect(new EarlierPassages(bytesOf(passage, passage)).find(90, 90)).toBeUndefined();
  });
});
