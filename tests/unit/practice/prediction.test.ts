import { describe, expect, it } from 'vitest';
import { compareChoice, compareLines, comparePrediction } from '#features/practice/prediction.ts';

const differing = (lines: readonly { text: string; differs: boolean }[]) =>
  lines.filter(({ differs }) => differs).map(({ text }) => text);

describe('compareLines', () => {
  it.each(['a\nb', 'a \nb\n', '\n\na\r\nb\r\n', '  a\nb'])('takes %j for right, whatever its blanks', (typed) => {
    const { predicted, printed, said } = compareLines(typed, 'a\nb\n');
    expect(said).toMatch(/^Right\./u);
    expect(differing([...predicted, ...printed])).toEqual([]);
  });

  it('marks the lines that differ on both sides and says the first', () => {
    const { predicted, printed, said } = compareLines('a\nc\nb', 'a\nb\nc');
    expect(differing(predicted)).toEqual(['c', 'b']);
    expect(differing(printed)).toEqual(['b', 'c']);
    expect(said).toBe('Line 2 is “b”.');
  });

  it('says what is missing, and what is too much', () => {
    expect(compareLines('a', 'a\nb').said).toBe('One more line is printed: line 2 is “b”.');
    expect(compareLines('a\nb', 'a').said).toBe('It prints no line 2.');
    expect(compareLines('a\nb', 'a\n\nb').said).toBe('Line 2 is empty.');
  });

  it('tells upper from lower case', () => {
    expect(differing(compareLines('True', 'true').printed)).toEqual(['true']);
  });
});

describe('compareChoice', () => {
  const output = 'GET /loans/7\nHTTP/1.1 405 Method Not Allowed';
  const choices = ['200', '404', '405'];

  it('finds the right one in the output', () => {
    const { predicted, printed, said } = compareChoice('405', choices, output);
    expect(said).toMatch(/^Right\./u);
    expect(differing([...predicted, ...printed])).toEqual([]);
  });

  it('marks a wrong one and the line that has the answer', () => {
    const { predicted, printed, said } = compareChoice('404', choices, output);
    expect(differing(predicted)).toEqual(['404']);
    expect(differing(printed)).toEqual(['HTTP/1.1 405 Method Not Allowed']);
    expect(said).toBe('It prints “405”, not “404”.');
  });
});

it('comparePrediction knows a right prediction from a wrong one and from none', () => {
  const typed = (prediction: string) => comparePrediction(prediction, [], 'a\nb').isRight;
  const chosen = (prediction: string) => comparePrediction(prediction, ['1', '2'], 'is 2').isRight;
  expect([typed('a\nb'), typed('a'), typed(' '), chosen('2'), chosen('1'), chosen('')]).toEqual([
    ...[true, false, false],
    ...[true, false, false],
  ]);
  expect(comparePrediction('', [], 'a').said).toBe('This is what it prints.');
});
