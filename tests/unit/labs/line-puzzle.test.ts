import { describe, expect, test } from 'vitest';
import { followsUsual, piecesOf, programText, shuffled, withMoved } from '#features/labs/client/order-lines.ts';
import { linePuzzle } from '#features/labs/line-puzzle.ts';

const puzzleOf = (solution: string, { starter = '', wrong = [] as string[] } = {}) =>
  linePuzzle({ solution, starter, wrong });

const solution = `import a from './a.js';
import b from './b.js';

// Adds up what is given.
const sum = (list) => {
  let total = 0;
  for (const each of list) {
    total += each;
  }
  return total;
};
`;

describe('the pieces of a solution', () => {
  const pieces = piecesOf(solution, puzzleOf(solution) ?? { lengths: [], strays: [] });

  test('keep imports, closing brackets and comments with their neighbors, and the indentation', () => {
    expect(pieces).toEqual([
      "import a from './a.js';\nimport b from './b.js';\n",
      '// Adds up what is given.\nconst sum = (list) => {',
      '  let total = 0;',
      '  for (const each of list) {',
      '    total += each;\n  }',
      '  return total;\n};',
    ]);
    expect(programText([...pieces.keys()], pieces)).toBe(solution);
  });

  test('keep the lines of the starter together', () => {
    const starter = 'const list = [1];\nconst other = [2];\nconsole.log(0);\n';
    const changed = 'const list = [1];\nconst other = [2];\nconst sum = 3;\nconsole.log(sum);\n';
    expect(puzzleOf(changed, { starter })?.lengths).toEqual([2, 1, 1]);
  });

  test('are blocks when there are many lines, and nothing when there are too few', () => {
    const long = Array.from({ length: 40 }, (_, line) => `step(${line});`).join('\n');
    expect(puzzleOf(long)?.lengths.length).toBe(12);
    expect(puzzleOf(long)?.lengths.reduce((sum, length) => sum + length)).toBe(40);
    expect(puzzleOf('one();\ntwo();\n')).toBeUndefined();
  });
});

test('stray lines are the mistakes that look most like the solution, and never a layout of it', () => {
  const wrong = [
    '// fails: x\n  for (const each of list) total += each;\n    total = each;\n',
    '  let total = list[0];\n',
    '  return list.reduce((sum, next) => next);\n',
  ];
  expect(puzzleOf(solution, { wrong })?.strays).toEqual(['    total = each;', '  let total = list[0];']);
});

describe('an order', () => {
  const pieces = ['a {', '}', 'b {', '}', 'stray'];

  test('is right when the lines read as the usual ones do, whichever of two equal lines stands where', () => {
    expect(followsUsual([0, 3, 2, 1], pieces, 4)).toEqual({ count: 4, isAll: true });
    expect(followsUsual([0, 1], pieces, 4)).toEqual({ count: 2, isAll: false });
    expect(followsUsual([0, 1, 4, 2, 3], pieces, 4)).toEqual({ count: 2, isAll: false });
    expect(followsUsual([0, 1, 2, 3, 4], pieces, 4)).toEqual({ count: 4, isAll: false });
  });

  test('begins with all lines to choose from, never in the usual order', () => {
    expect(shuffled(4, () => 0.5)).toEqual({ left: [3, 2, 1, 0], program: [] });
    expect(shuffled(9).left.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('changes by moving a line within a list or to the other one', () => {
    const order = { left: [2], program: [0, 1] };
    expect(withMoved(order, 2, { to: 'program', at: 1 })).toEqual({ left: [], program: [0, 2, 1] });
    expect(withMoved(order, 0, { to: 'program', at: -1 })).toEqual(order);
    expect(withMoved(order, 1, { to: 'left', at: 1 })).toEqual({ left: [2, 1], program: [0] });
  });
});
