import { describe, expect, it } from 'vitest';
import { ancestorsIn } from '#content/graph.ts';
import { immediateEdges, topologicalOrder } from '#features/maps/prerequisites/choose-topics.ts';
import { drawMap, type MapDrawing } from '#features/maps/prerequisites/draw-map.ts';
import { forSeeds } from '../../../support/random.ts';
import { growGraph } from '../../../support/sample-graphs.ts';
import { findFlaws } from './find-flaws.ts';

const topics = ['a', 'b', 'c'].map((id) => ({ id, title: `Topic ${id}` }));
const chain = [
  { from: 'a', to: 'b' },
  { from: 'b', to: 'c' },
];

describe('a map of prerequisites', () => {
  it('draws each topic below what it needs', () => {
    const [a, b, c] = drawMap(topics, chain).stops;
    expect([a?.id, b?.id, c?.id]).toEqual(['a', 'b', 'c']);
    expect(a?.y).toBeLessThan(b?.y ?? 0);
    expect(b?.y).toBeLessThan(c?.y ?? 0);
  });

  it('draws a chain as one straight line', () => {
    expect(new Set(drawMap(topics, chain).stops.map(({ x }) => x)).size).toBe(1);
    expect([...drawMap(topics, chain).tracks.values()].join('')).not.toContain('C');
  });

  it('draws topics that have nothing to do with one another side by side', () => {
    const { stops, tracks } = drawMap(topics, []);
    expect(new Set(stops.map(({ y }) => y)).size).toBe(1);
    expect(tracks.size).toBe(0);
  });

  it('draws nothing for no topics', () => {
    expect(drawMap([], [])).toMatchObject({ width: 0, height: 0, stops: [] });
  });

  it('breaks a long title into lines, and gives its row the room', () => {
    const long = { id: 'b', title: 'Testing in Node.js (node:test, Jest, Supertest)' };
    const { stops } = drawMap([{ id: 'a', title: 'A' }, long], []);
    expect(stops.find(({ id }) => id === 'b')?.lines.length).toBe(3);
    expect(findFlaws(drawMap([{ id: 'a', title: 'A' }, long], []), [])).toEqual([]);
  });

  it('has no overlap and no track through a stop in random graphs, and is the same every time', () => {
    forSeeds(80, (random, seed) => {
      const nodes = growGraph(random);
      const ancestorsOf = ancestorsIn(nodes);
      const order = topologicalOrder(
        nodes.map(({ id }) => id),
        ancestorsOf,
      );
      const inOrder = order.flatMap((id) => nodes.find((node) => node.id === id) ?? []);
      const edges = immediateEdges(order, ancestorsOf);
      const drawing = drawMap(inOrder, edges);
      expect(findFlaws(drawing, edges)).toEqual([]);
      expect(drawing.stops.map(({ id }) => id).toSorted()).toEqual(order.toSorted());
      if (seed <= 10) expect(drawMap(inOrder, edges)).toEqual(drawing);
    });
  }, 60_000);
});

describe('the checks of a map', () => {
  const sound = drawMap(topics, chain);
  const [a, b] = sound.stops;
  const withTrack = (path: string): MapDrawing => ({ ...sound, tracks: new Map(sound.tracks).set('a', path) });

  it('pass a sound map', () => {
    expect(findFlaws(sound, chain)).toEqual([]);
  });

  it.each([
    [
      'two stops in one place',
      { ...sound, stops: sound.stops.map((stop) => ({ ...stop, box: a?.box ?? stop.box })) },
      /overlaps/,
    ],
    ['a track through a title', withTrack(`M${(a?.x ?? 0) + 20} 0V${sound.height}`), /runs through b/],
    ['a track through a ring', withTrack(`M${a?.x} ${(a?.y ?? 0) + 8.5}V${sound.height}`), /runs through b/],
    ['a track that misses its end', withTrack(`M${a?.x} ${(a?.y ?? 0) + 8.5}V${(b?.y ?? 0) - 20}`), /misses b/],
    ['a track that goes up', withTrack(`M${a?.x} ${(a?.y ?? 0) + 30}V${a?.y}`), /turns back/],
    ['something outside the map', { ...sound, height: 20 }, /lies outside/],
  ])('find %s', (_, drawing, flaw) => {
    expect(findFlaws(drawing, chain).join('\n')).toMatch(flaw);
  });

  it('find a track to a topic that does not need it', () => {
    expect(findFlaws(sound, [{ from: 'b', to: 'c' }]).join('\n')).toMatch(/leads to b/);
  });
});
