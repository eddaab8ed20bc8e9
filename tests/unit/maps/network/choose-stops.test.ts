import { describe, expect, it } from 'vitest';
import { chooseStops } from '#features/maps/network/choose-stops.ts';
import { combineOrders } from '#features/maps/network/travel-order.ts';
import { growNetwork, smallNetwork } from './sample-networks.ts';

describe('chooseStops', () => {
  it('keeps the topics that lines share', () => {
    const { stops } = chooseStops(smallNetwork);
    expect(stops.find(({ id }) => id === 'closing')?.lines).toEqual(['north', 'south', 'round']);
  });

  it('counts a repeated topic once', () => {
    expect(chooseStops(smallNetwork).lines[0]?.stops).toEqual(['n1', 'center', 'n2', 'closing']);
  });

  it('takes topics of more lines first when places are few', () => {
    const { stops } = chooseStops({ ...smallNetwork, limits: { interchanges: 5 } });
    const [first] = smallNetwork.topics.filter(({ id }) => stops.find((stop) => stop.id === id)?.lines.length === 3);
    expect(first?.id).toBe('center');
  });

  it('connects every line even when there is hardly a place', () => {
    const { stops } = chooseStops({ ...smallNetwork, limits: { interchanges: 1 } });
    expect(stops.filter(({ lines }) => lines.length > 1).map(({ id }) => id)).toEqual(['center']);
  });

  it('names the lines that ride past a stop against their own order', () => {
    const stops = ['n1', 'n2', 's1', 's2'];
    const [first, second, third] = smallNetwork.lines.map((line, index) => ({
      ...line,
      stops: index === 2 ? ['s2', 'r1', 'r2', 'n1'] : stops,
    }));
    const lines = [first, second, third].flatMap((line) => line ?? []);
    const passed = chooseStops({ ...smallNetwork, lines }).stops.filter(({ alsoOn }) => alsoOn.length > 0);
    expect(passed.map(({ id, alsoOn }) => [id, alsoOn])).toEqual([['s2', ['round']]]);
  });

  it.each([4, 9, 16, 24])('gives each of %i lines at least three stops in an order without contradictions', (count) => {
    const { lines } = chooseStops(growNetwork(count, count), 8);
    expect(Math.min(...lines.map(({ stops }) => stops.length))).toBeGreaterThanOrEqual(3);
    const order = combineOrders(lines.map(({ stops }) => stops));
    for (const { stops } of lines) {
      const depths = stops.map((id) => order.before.get(id) ?? 0);
      expect(depths).toEqual(depths.toSorted((a, b) => a - b));
    }
  });
});
