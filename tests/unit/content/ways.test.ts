import { describe, expect, it } from 'vitest';
import { checkContent } from '#content/lint/index.ts';
import { branchesOf, phaseIdsOf, placedStops, waysThrough } from '#content/ways.ts';
import { readLabs } from '#features/labs/content/read-labs.ts';
import { baseCorpus } from '../../content/fixture.ts';

const storage = () => {
  const found = baseCorpus().roadmap.find(({ id }) => id === 'storage');
  if (!found) throw new Error('The base has no roadmap "storage".');
  return found;
};

describe('the ways through a roadmap', () => {
  it('are one for each branch, the default first, with the stops of everyone and of the branch', () => {
    const { data } = storage();
    expect(branchesOf(data).map(({ id }) => id)).toEqual(['postgres', 'sqlite']);
    const ways = waysThrough(data).map(({ branch, stops }) => [
      branch,
      ...stops.map(({ stop }) => `${stop.topic} ${stop.need}`),
    ]);
    expect(ways).toEqual([
      ['postgres', 'tables must', 'indexes must', 'sharding should'],
      ['sqlite', 'tables must', 'indexes must', 'sharding could'],
    ]);
  });

  it('are a single one where nothing is chosen', () => {
    const [phase] = storage().data.phases;
    expect(waysThrough({ phases: phase ? [phase] : [] }).map(({ branch }) => branch)).toEqual([undefined]);
  });

  it('know where each stop stands in front matter', () => {
    expect(placedStops(storage().data).map(({ field }) => field.join('.'))).toContain(
      'phases.1.choice.branches.1.stops.0',
    );
    expect(phaseIdsOf(storage())).toEqual(['storage.basics', 'storage.rows', 'storage.engine']);
  });
});

it('the roadmap for people who begin has every lab of the first steps at one of its stops, once', () => {
  const { corpus } = checkContent(process.cwd());
  const begun = corpus.roadmap.filter(({ data }) => data.begin);
  const first = readLabs(process.cwd()).labs.filter(({ data }) => data.order !== undefined);
  expect(begun).toHaveLength(1);
  const placed = begun.flatMap(({ data }) => placedStops(data).flatMap(({ stop }) => stop.labs));
  for (const { id } of first)
    expect(
      placed.filter((lab) => lab === id),
      id,
    ).toHaveLength(1);
});
