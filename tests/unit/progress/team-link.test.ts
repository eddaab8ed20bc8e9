import { describe, expect, it } from 'vitest';
import { readTeam, readTeamFragment, writeTeam } from '#features/progress/team-link.ts';
import { forSeeds } from '../../support/random.ts';

describe('the address of a team', () => {
  it('gives back what was written', () => {
    const people = [
      { name: 'Ada & Ben ~ # %', text: 'v1.AQ' },
      { name: 'Chen', text: 'v1.a_-' },
    ];
    expect(readTeamFragment(`#${writeTeam(people)}`)).toEqual(people);
  });

  it('is also the link to the progress of one person', () => {
    expect(readTeamFragment('#shared=v1.AQ')).toEqual([{ name: 'They', text: 'v1.AQ' }]);
  });

  it('is none for any other fragment', () => {
    expect(readTeamFragment('#notes')).toBeUndefined();
    expect(readTeamFragment('')).toBeUndefined();
  });

  it('never throws, for ten thousand random texts', () => {
    forSeeds(10_000, (random) => {
      const text =
        random.pick(['#shared=', '#team=', '#', '']) + random.text('v=1&team%ff%00~#~\ud83d+', random.whole(0, 60));
      expect(() => [readTeamFragment(text), readTeam(text)]).not.toThrow();
    });
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
      unread: [],
    });
  });

  it('that cannot be read, or are too many, are named by their line', () => {
    const line = 'Ada #shared=v1.AQ';
    expect(readTeam(`${line}\nhello\nhttps://x.test/plan/#v=1`).unread).toEqual([2, 3]);
    const { people, unread } = readTeam(Array.from({ length: 14 }, () => line).join('\n'));
    expect([people.length, unread]).toEqual([12, [13, 14]]);
  });
});
