import type { Sequence } from '#content/diagram/parse.ts';
import { textWidth } from './text-width.ts';

const headHeight = 40;
const rowHeight = 44;
const labelSize = 12.5;
const headSize = 14;
const padding = 6;

/**
 * Puts participants side by side, far enough apart for every message between them, and rows one below the other.
 * @returns the places of all parts, in CSS pixels.
 */
export function layoutSequence({ participants, rows }: Sequence) {
  const widths = participants.map(({ label }) => textWidth(label, headSize) + 28);
  const indexOf = (id: string) => participants.findIndex((participant) => participant.id === id);
  const gaps = participants.slice(1).map((_, index) => ((widths[index] ?? 0) + (widths[index + 1] ?? 0)) / 2 + 20);
  for (const row of rows) {
    const ends = row.type === 'message' ? [indexOf(row.from), indexOf(row.to)] : row.over.map(indexOf);
    const from = Math.min(...ends);
    const to = Math.max(...ends);
    const needed = textWidth(row.label, labelSize) + 26;
    const span = gaps.slice(from, to).reduce((sum, gap) => sum + gap, 0);
    for (let gap = from; gap < to; gap += 1) gaps[gap] = (gaps[gap] ?? 0) + Math.max(0, needed - span) / (to - from);
  }
  const xs = participants.map((_, index) =>
    Math.round(padding + (widths[0] ?? 0) / 2 + gaps.slice(0, index).reduce((sum, gap) => sum + gap, 0)),
  );
  const x = (id: string) => xs[indexOf(id)] ?? 0;
  const yOf = (index: number) => headHeight + padding + rowHeight * (index + 1) - 8;
  const notes = rows.flatMap((row, index) => {
    if (row.type !== 'note') return [];
    const middle = row.over.map(x).reduce((sum, value) => sum + value, 0) / row.over.length;
    return [{ label: row.label, x: middle, y: yOf(index) - 10, width: textWidth(row.label, labelSize) + 20 }];
  });
  const selfEnds = rows.flatMap((row) =>
    row.type === 'message' && row.from === row.to ? [x(row.from) + 40 + textWidth(row.label, labelSize)] : [],
  );
  const right = Math.max(
    ...xs.map((value, index) => value + (widths[index] ?? 0) / 2),
    ...notes.map((note) => note.x + note.width / 2),
    ...selfEnds,
  );
  const left = Math.min(0, ...notes.map((note) => note.x - note.width / 2 - padding));
  const shift = (value: number) => Math.round(value - left);
  return {
    width: Math.ceil(right - left) + padding,
    height: yOf(rows.length) - 10,
    participants: participants.map(({ label }, index) => ({
      label,
      x: shift(xs[index] ?? 0),
      width: widths[index] ?? 0,
    })),
    messages: rows.flatMap((row, index) => {
      if (row.type === 'note') return [];
      const { label, from, to, isAnswer } = row;
      return [{ label, fromX: shift(x(from)), toX: shift(x(to)), y: yOf(index), isAnswer }];
    }),
    notes: notes.map((note) => ({ ...note, x: shift(note.x) })),
  };
}
