import { describe, expect, it } from 'vitest';
import type { Sequence, SequenceRow } from '#content/diagram/parse.ts';
import { layoutSequence } from '#features/maps/diagram/sequence-layout.ts';
import { textWidth } from '#features/maps/diagram/text-width.ts';
import { forSeeds, type Random } from '../../../support/random.ts';

function growSequence(random: Random): Sequence {
  const label = (most: number) => random.text('abcdefghijklm nopqrstuvwxyzMW012', random.whole(1, most));
  const participants = Array.from({ length: random.whole(1, 5) }, (_, index) => ({
    id: `p${index}`,
    label: label(24),
  }));
  const someone = () => random.pick(participants).id;
  const rows = Array.from(
    { length: random.whole(1, 16) },
    (): SequenceRow =>
      random.chance(0.2)
        ? { type: 'note', over: random.chance(0.5) ? [someone()] : [someone(), someone()], label: label(44) }
        : { type: 'message', from: someone(), to: someone(), label: label(44), isAnswer: random.chance(0.5) },
  );
  return { kind: 'sequence', title: 'A title', description: 'A description', participants, rows };
}

/** Looks at the layout of many diagrams. */
const eachLayout = (check: (layout: ReturnType<typeof layoutSequence>, sequence: Sequence) => void) =>
  forSeeds(300, (random) => {
    const sequence = growSequence(random);
    check(layoutSequence(sequence), sequence);
  });

describe('the layout of a sequence diagram', () => {
  it('sets participants from left to right without overlap', () => {
    eachLayout(({ participants }) => {
      participants.slice(1).forEach(({ x, width }, index) => {
        const before = participants[index];
        expect(x - width / 2).toBeGreaterThan((before?.x ?? 0) + (before?.width ?? 0) / 2);
      });
    });
  });

  it('keeps participants and notes inside the drawing', () => {
    eachLayout(({ width, participants, notes }) => {
      for (const box of [...participants, ...notes]) {
        expect(box.x - box.width / 2, box.label).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width / 2, box.label).toBeLessThanOrEqual(width);
      }
    });
  });

  it('leaves room for the label of a message between the two that exchange it, or beside the one', () => {
    eachLayout(({ width, messages }) => {
      for (const { label, fromX, toX } of messages) {
        const room = fromX === toX ? width - fromX - 40 : Math.abs(toX - fromX);
        expect(room, label).toBeGreaterThanOrEqual(textWidth(label, 12.5));
      }
    });
  });

  it('draws every row once, one below the other, inside the drawing', () => {
    eachLayout(({ height, messages, notes }, sequence) => {
      const ys = messages.map(({ y }) => y);
      expect(ys).toEqual(ys.toSorted((a, b) => a - b));
      expect(Math.max(...ys, ...notes.map(({ y }) => y + 12))).toBeLessThanOrEqual(height);
      expect(new Set(ys).size).toBe(ys.length);
      expect(messages.length + notes.length).toBe(sequence.rows.length);
    });
  });
});
