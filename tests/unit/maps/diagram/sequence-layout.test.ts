import { describe, expect, it } from 'vitest';
import type { Sequence, SequenceRow } from '#content/diagram/parse.ts';
import { layoutSequence } from '#features/maps/diagram/sequence-layout.ts';
import { textWidth } from '#features/maps/diagram/text-width.ts';
import { type Random, seedRandom, seeds } from '../../../support/random.ts';

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

const sequences = seeds(300).map((seed) => ({ seed, sequence: growSequence(seedRandom(seed)) }));

describe('the layout of a sequence diagram', () => {
  it('sets participants from left to right without overlap', () => {
    for (const { seed, sequence } of sequences) {
      const { participants } = layoutSequence(sequence);
      participants.slice(1).forEach(({ x, width }, index) => {
        const before = participants[index];
        expect(x - width / 2, `seed ${seed}`).toBeGreaterThan((before?.x ?? 0) + (before?.width ?? 0) / 2);
      });
    }
  });

  it('keeps participants and notes inside the drawing', () => {
    for (const { seed, sequence } of sequences) {
      const { width, participants, notes } = layoutSequence(sequence);
      for (const box of [...participants, ...notes]) {
        expect(box.x - box.width / 2, `seed ${seed}, ${box.label}`).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width / 2, `seed ${seed}, ${box.label}`).toBeLessThanOrEqual(width);
      }
    }
  });

  it('leaves room for the label of a message between the two that exchange it', () => {
    for (const { seed, sequence } of sequences) {
      for (const { label, fromX, toX } of layoutSequence(sequence).messages.filter(
        (message) => message.fromX !== message.toX,
      )) {
        expect(Math.abs(toX - fromX), `seed ${seed}, ${label}`).toBeGreaterThanOrEqual(textWidth(label, 12.5));
      }
    }
  });

  it('keeps the label of a message to oneself inside the drawing', () => {
    for (const { seed, sequence } of sequences) {
      const { width, messages } = layoutSequence(sequence);
      for (const { label, fromX } of messages.filter((message) => message.fromX === message.toX)) {
        expect(fromX + 40 + textWidth(label, 12.5), `seed ${seed}, ${label}`).toBeLessThanOrEqual(width);
      }
    }
  });

  it('sets rows one below the other, inside the drawing', () => {
    for (const { seed, sequence } of sequences) {
      const { height, messages, notes } = layoutSequence(sequence);
      const ys = messages.map(({ y }) => y);
      expect(ys, `seed ${seed}`).toEqual(ys.toSorted((a, b) => a - b));
      expect(Math.max(...ys, ...notes.map(({ y }) => y + 12)), `seed ${seed}`).toBeLessThanOrEqual(height);
      expect(new Set(ys).size).toBe(ys.length);
    }
  });

  it('draws every row once', () => {
    for (const { sequence } of sequences) {
      const { messages, notes } = layoutSequence(sequence);
      expect(messages.length + notes.length).toBe(sequence.rows.length);
    }
  });
});
