import { describe, expect, it } from 'vitest';
import {
  type DrawnLine,
  type DrawnStop,
  drawNetwork,
  type NetworkDrawing,
} from '#features/maps/network/draw-network.ts';
import { findFlaws } from './find-flaws.ts';
import { smallNetwork } from './sample-networks.ts';

const sound = drawNetwork(smallNetwork);
const [line, other] = sound.lines as readonly [DrawnLine, DrawnLine];
const center = sound.stops.find(({ id }) => id === 'center') as DrawnStop;
const foreign = sound.stops.find(({ lines }) => !lines.includes(line.id)) as DrawnStop;

/** The sound drawing with one line or stop replaced. */
function spoil({ newLine, newStop }: { newLine?: DrawnLine; newStop?: DrawnStop }): NetworkDrawing {
  return {
    ...sound,
    lines: sound.lines.map((old) => (old.id === newLine?.id ? newLine : old)),
    stops: sound.stops.map((old) => (old.id === newStop?.id ? newStop : old)),
  };
}

/** A line that also runs level through the middle of a box. */
function leadThrough({ left, right, top, bottom }: DrawnStop['box']): DrawnLine {
  const y = (top + bottom) / 2;
  return { ...line, points: [...line.points, { x: left - 1, y }, { x: right + 1, y }] };
}

describe('the checks of a drawing', () => {
  it('pass a sound drawing', () => {
    expect(findFlaws(sound)).toEqual([]);
  });

  it.each<[string, NetworkDrawing, RegExp]>([
    [
      'a slanted piece',
      spoil({
        newLine: {
          ...line,
          points: [
            { x: 20, y: 20 },
            { x: 60, y: 30 },
          ],
        },
      }),
      /neither level/,
    ],
    ['two names in one place', spoil({ newStop: { ...center, label: foreign.label } }), /name .* overlaps name/],
    [
      'a name on a stop',
      spoil({ newStop: { ...center, label: { ...center.label, box: foreign.box } } }),
      /overlaps stop/,
    ],
    ['a line through a name', spoil({ newLine: leadThrough(center.label.box) }), /crosses name center/],
    ['a line through a badge', spoil({ newLine: leadThrough(other.label.box) }), /crosses badge/],
    ['a line through a foreign stop', spoil({ newLine: leadThrough(foreign.box) }), /runs through foreign stop/],
    ['a missed stop', spoil({ newLine: { ...line, points: line.points.slice(0, 1) } }), /misses/],
    ['stops out of order', spoil({ newLine: { ...line, stops: line.stops.toReversed() } }), /out of order/],
    ['a line that turns back', spoil({ newLine: { ...line, points: line.points.toReversed() } }), /turns back/],
    ['two lines on one track', spoil({ newLine: { ...line, points: other.points } }), /runs on top of/],
    [
      'two stops in one cell',
      spoil({ newStop: { ...center, column: foreign.column, row: foreign.row } }),
      /share cell/,
    ],
    ['something outside the map', { ...sound, width: 300 }, /lies outside/],
  ])('find %s', (_, drawing, flaw) => {
    expect(findFlaws(drawing).join('\n')).toMatch(flaw);
  });
});
