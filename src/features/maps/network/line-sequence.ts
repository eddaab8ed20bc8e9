import type { ChosenNetwork } from './types.ts';

/**
 * Starting orders of the lines from top to bottom, the most promising first: lines that share many stops lie close
 * together. Ends of the list are rotations of the best order, so that a search can start from different places.
 */
export function proposeSequences(network: ChosenNetwork): readonly (readonly number[])[] {
  const affinity = measureAffinity(network);
  const best = shortenSum(seedSequence(affinity), affinity);
  const given = shortenSum([...network.lines.keys()], affinity);
  const third = Math.ceil(best.length / 3);
  const rotations = [third, 2 * third].map((from) => [...best.slice(from), ...best.slice(0, from)]);
  return [best, given, ...rotations];
}

/** How much two lines belong together: each shared stop counts, a small stop more than a hub. */
function measureAffinity({ lines, stops }: ChosenNetwork): number[][] {
  const index = new Map(lines.map((line, place) => [line.id, place]));
  const affinity = lines.map(() => lines.map(() => 0));
  for (const stop of stops) {
    const members = stop.lines.flatMap((id) => index.get(id) ?? []);
    for (const a of members) {
      for (const b of members) {
        const row = affinity[a];
        if (row && a !== b) row[b] = (row[b] ?? 0) + 1 / (members.length - 1);
      }
    }
  }
  return affinity;
}

/** Starts with the best-connected line and adds at either end the line that is closest to the ones placed. */
function seedSequence(affinity: readonly (readonly number[])[]): number[] {
  const total = (line: number) => (affinity[line] ?? []).reduce((sum, value) => sum + value, 0);
  const waiting = [...affinity.keys()].sort((a, b) => total(b) - total(a) || a - b);
  const placed: number[] = waiting.splice(0, 1);
  while (waiting.length > 0) {
    const pull = (line: number) => placed.reduce((sum, other) => sum + (affinity[line]?.[other] ?? 0), 0);
    const next = waiting.reduce((best, line) => (pull(line) > pull(best) ? line : best));
    waiting.splice(waiting.indexOf(next), 1);
    const toFirst = affinity[next]?.[placed[0] ?? 0] ?? 0;
    const toLast = affinity[next]?.[placed.at(-1) ?? 0] ?? 0;
    if (toFirst > toLast) placed.unshift(next);
    else placed.push(next);
  }
  return placed;
}

/** Moves single lines while that brings related lines closer together. */
function shortenSum(start: readonly number[], affinity: readonly (readonly number[])[]): number[] {
  let best = { sequence: [...start], cost: sumDistances(start, affinity) };
  for (let improved = true; improved; ) {
    improved = false;
    for (const line of start) {
      for (let target = 0; target < start.length; target += 1) {
        const sequence = best.sequence.filter((other) => other !== line).toSpliced(target, 0, line);
        const cost = sumDistances(sequence, affinity);
        if (cost >= best.cost - 1e-9) continue;
        best = { sequence, cost };
        improved = true;
      }
    }
  }
  return best.sequence;
}

function sumDistances(sequence: readonly number[], affinity: readonly (readonly number[])[]): number {
  let sum = 0;
  for (const [a, first] of sequence.entries()) {
    for (let b = a + 1; b < sequence.length; b += 1) sum += (b - a) * (affinity[first]?.[sequence[b] ?? 0] ?? 0);
  }
  return sum;
}
