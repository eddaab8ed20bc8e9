import { editDistance } from '#lib/edit-distance.ts';

/** The solution of a lab as pieces to put in order. */
export interface LinePuzzle {
  /** How many lines each piece has, in the usual order. */
  readonly lengths: readonly number[];
  /** Lines of wrong solutions, which belong nowhere. */
  readonly strays: readonly string[];
}

interface Sources {
  readonly solution: string;
  readonly starter: string;
  readonly wrong: readonly string[];
}

/** As many as a reader can keep in view; a longer solution has larger pieces. */
const maxPieces = 12;

const minPieces = 3;

const maxStrays = 2;

const isComment = (line: string) => /^\s*(?:\/\/|\/?\*|#|--)/u.test(line);

/** A line that opens nothing new: it is blank, or it only closes brackets. */
const isClosing = (line: string) => /^[\s)\]};,]*$/u.test(line);

const indentOf = (line: string | undefined) => line?.search(/\S/u) ?? 0;

/** The puzzle of a lab; undefined when its solution is too short to be one. */
export function linePuzzle({ solution, starter, wrong }: Sources): LinePuzzle | undefined {
  const lines = solution.trimEnd().split('\n');
  const lengths = joinShort(lines, lengthsOf(lines, new Set(starter.split('\n'))));
  return lengths.length < minPieces ? undefined : { lengths, strays: straysOf(lines, [starter, ...wrong]) };
}

/**
 * Cuts a solution where a reader has something to decide: the lines of the starter stay together, imports stay together, and
 * a comment stays with the line that it explains.
 */
function lengthsOf(lines: readonly string[], given: ReadonlySet<string>): number[] {
  const lengths: number[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const isJoined =
      before !== undefined &&
      (isClosing(line) ||
        isComment(before) ||
        (given.has(line) && (given.has(before) || isClosing(before))) ||
        [before, line].every((each) => /^(?:import|from) /u.test(each)));
    if (isJoined) lengths.push((lengths.pop() ?? 0) + 1);
    else lengths.push(1);
  }
  return lengths;
}

/**
 * Joins neighbors, the shortest first, until few enough are left. Lines with the same indentation come first, because their
 * order often doesn't matter.
 */
function joinShort(lines: readonly string[], lengths: readonly number[]): number[] {
  const joined = [...lengths];
  while (joined.length > maxPieces) {
    let at = 0;
    const costs = joined.slice(1).map((length, index) => {
      const own = joined[index] ?? 0;
      const isAlike = indentOf(lines[at]) === indentOf(lines[at + own]);
      at += own;
      return own + length + (isAlike ? 0 : 0.5);
    });
    const cheapest = costs.indexOf(Math.min(...costs));
    joined.splice(cheapest, 2, (joined[cheapest] ?? 0) + (joined[cheapest + 1] ?? 0));
  }
  return joined;
}

/** A line without the characters that are only layout. */
const bare = (line: string) => line.replaceAll(/[\s(){}[\];,]/gu, '').toLowerCase();

/** From each wrong solution, the line that is most similar to one of the solution and isn't in it, the most similar first. */
function straysOf(lines: readonly string[], [starter = '', ...wrong]: readonly string[]): string[] {
  const whole = bare(lines.join(''));
  const given = bare(starter);
  const likeness = (line: string) =>
    Math.min(...lines.filter((each) => bare(each).length > 3).map((each) => distance(bare(line), bare(each))));
  const candidates = wrong.flatMap((code) => {
    const own = code
      .split('\n')
      .filter((line) => bare(line).length > 5 && !isComment(line))
      .filter((line) => !whole.includes(bare(line)) && !given.includes(bare(line)))
      .map((line) => ({ line, unlike: likeness(line) }));
    return own.toSorted((a, b) => a.unlike - b.unlike).slice(0, 1);
  });
  const best = candidates.toSorted((a, b) => a.unlike - b.unlike).map(({ line }) => line.trimEnd());
  return [...new Set(best)].slice(0, maxStrays);
}

const distance = (a: string, b: string) =>
  editDistance(a, b, Math.max(a.length, b.length)) / Math.max(a.length, b.length);
