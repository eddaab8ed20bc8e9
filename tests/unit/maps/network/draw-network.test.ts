import { describe, expect, it } from 'vitest';
import { drawNetwork } from '#features/maps/network/draw-network.ts';
import { findFlaws } from './find-flaws.ts';
import { growNetwork, shuffleTopics, smallNetwork } from './sample-networks.ts';

/** Six networks of 4 to 24 lines. */
const grown = Array.from({ length: 6 }, (_, index) => ({ seed: index + 1, lines: 4 + index * 4 }));

describe('drawNetwork', () => {
  it('draws a small network without flaws', () => {
    expect(findFlaws(drawNetwork(smallNetwork))).toEqual([]);
  });

  it('draws nothing for no lines', () => {
    const drawing = drawNetwork({ lines: [], topics: [], limits: { interchanges: 40 } });
    expect(drawing).toMatchObject({ lines: [], stops: [] });
  });

  it('draws a single line', () => {
    const [line] = smallNetwork.lines;
    const drawing = drawNetwork({ ...smallNetwork, lines: line ? [line] : [] });
    expect(drawing.lines.map(({ stops }) => stops)).toEqual([['n1', 'center', 'n2', 'closing']]);
    expect(findFlaws(drawing)).toEqual([]);
  });

  it('finds room for titles that need three lines', () => {
    const title = 'Representational state transfer with hypermedia controls and content negotiation';
    const topics = smallNetwork.topics.map((topic) => ({ ...topic, title }));
    expect(findFlaws(drawNetwork({ ...smallNetwork, topics }))).toEqual([]);
  });

  it('leaves out topics that it does not know', () => {
    const topics = smallNetwork.topics.filter(({ id }) => id !== 'n2');
    expect(drawNetwork({ ...smallNetwork, topics }).stops.map(({ id }) => id)).not.toContain('n2');
  });

  it('keeps lines drawable that have the same topics in opposite orders', () => {
    const stops = ['n1', 'n2', 's1', 's2'];
    const [north, south] = smallNetwork.lines.map((line) => ({ ...line, stops }));
    const lines = [north, south && { ...south, stops: stops.toReversed() }].flatMap((line) => line ?? []);
    expect(findFlaws(drawNetwork({ ...smallNetwork, lines }))).toEqual([]);
  });

  it.each(grown)(
    'draws $lines lines from seed $seed without flaws',
    ({ seed, lines }) => {
      const input = growNetwork(seed, lines);
      const drawing = drawNetwork(input);
      expect(findFlaws(drawing)).toEqual([]);
      expect(drawing.lines.map(({ id }) => id)).toEqual(input.lines.map(({ id }) => id));
    },
    30_000,
  );

  it.each(grown.slice(0, 2))(
    'draws $lines lines from seed $seed the same way whatever the order of the topics',
    ({ seed, lines }) => {
      const input = growNetwork(seed, lines);
      expect(drawNetwork(shuffleTopics(input, seed + 100))).toEqual(drawNetwork(input));
    },
    30_000,
  );
});
