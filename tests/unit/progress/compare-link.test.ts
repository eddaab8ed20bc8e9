import { describe, expect, it } from 'vitest';
import { readCompared, readCompareLink, readTeam, writeCompared } from '#features/progress/compare-link.ts';
import { seedRandom, seeds } from '../../support/random.ts';

describe('a pasted link', () => {
  it.each([
    ['https://wayline.example/progress/#shared=v1.AQ', { kind: 'shared', fragment: 'shared=v1.AQ' }],
    [' #shared=v1.AQ\n', { kind: 'shared', fragment: 'shared=v1.AQ' }],
    ['http://localhost/folder/plan/#v=1&lines=backend', { kind: 'plan', fragment: 'v=1&lines=backend' }],
    ['v=1&lines=backend', { kind: 'plan', fragment: 'v=1&lines=backend' }],
    ['https://wayline.example/progress/', undefined],
    ['javascript:alert(1)#v=x', undefined],
    ['', undefined],
  ])('%j is read as what it holds', (text, link) => {
    expect(readCompareLink(text)).toEqual(link);
  });
});

describe('the address of a comparison', () => {
  it.each([
    { kind: 'shared', text: 'v1.AQ' },
    { kind: 'plan', theirs: 'v=1&lines=backend&known=a_-', mine: undefined },
    { kind: 'plan', theirs: 'v=1&lines=backend', mine: 'v=1&topics=jwt' },
    {
      kind: 'team',
      people: [
        { name: 'Ada & Ben ~ # %', text: 'v1.AQ' },
        { name: 'Chen', text: 'v1.a_-' },
      ],
    },
  ] as const)('gives back what was written: %j', (compared) => {
    expect(readCompared(`#${writeCompared(compared)}`)).toEqual(compared);
  });

  it('is none for any other fragment', () => {
    expect(readCompared('#notes')).toBeUndefined();
    expect(readCompared('')).toBeUndefined();
  });

  it('never throws, for ten thousand random texts', () => {
    for (const seed of seeds(10_000)) {
      const random = seedRandom(seed);
      const text =
        random.pick(['#plan=', '#shared=', '#team=', '#', '']) +
        random.text('v=1&plan%ff%00mine#~\ud83d+', random.whole(0, 60));
      expect(() => [readCompared(text), readCompareLink(text), readTeam(text)], `seed ${seed}`).not.toThrow();
    }
  });
});

describe('the links of a team', () => {
  it('are read line by line, with a name before each or a number instead', () => {
    const lines = [
      'Ada: https://wayline.example/progress/#shared=v1.AQ',
      '',
      'https://wayline.example/progress/#shared=v1.Ag',
      'Ben Miller – #shared=v1.Aw  ',
    ].join('\n');
    expect(readTeam(lines)).toEqual({
      people: [
        { name: 'Ada', text: 'v1.AQ' },
        { name: 'Person 2', text: 'v1.Ag' },
        { name: 'Ben Miller', text: 'v1.Aw' },
      ],
      refused: [],
    });
  });

  it('that cannot be read, or are too many, are named by their line', () => {
    const line = 'Ada #shared=v1.AQ';
    expect(readTeam(`${line}\nhello\nhttps://x.test/plan/#v=1`).refused).toEqual([2, 3]);
    const { people, refused } = readTeam(Array.from({ length: 14 }, () => line).join('\n'));
    expect([people.length, refused]).toEqual([12, [13, 14]]);
  });
});
