import { holds } from '#content/prediction.ts';

interface Line {
  readonly text: string;
  readonly differs: boolean;
}

/** A prediction beside what was printed. */
export interface Compared {
  readonly predicted: readonly Line[];
  readonly printed: readonly Line[];
  readonly isRight: boolean;
  /** The verdict in a sentence. */
  readonly said: string;
}

/** Compares a prediction with what was printed. Without one, the output is only shown. */
export function comparePrediction(prediction: string, choices: readonly string[], output: string): Compared {
  if (prediction.trim() !== '')
    return choices.length > 0 ? compareChoice(prediction, choices, output) : compareLines(prediction, output);
  const printed = linesOf(output).map((text) => ({ text, differs: false }));
  return { predicted: [], printed, isRight: false, said: shown };
}

export const shown = 'This is what it prints.';

const right = 'Right. That’s what it prints.';

/** Compares what the reader typed line by line; blanks don't count. */
export function compareLines(prediction: string, output: string): Compared {
  const mine = linesOf(prediction);
  const theirs = linesOf(output);
  const differs = (at: number) => plain(mine[at]) !== plain(theirs[at]);
  const toLine = (text: string, at: number) => ({ text, differs: differs(at) });
  const first = Array.from({ length: Math.max(mine.length, theirs.length) }, (_, at) => at).find(differs);
  return {
    predicted: mine.map(toLine),
    printed: theirs.map(toLine),
    isRight: first === undefined,
    said: first === undefined ? right : difference(first + 1, mine[first], theirs[first]),
  };
}

/** Compares what the reader chose; one of the choices is in the output. */
export function compareChoice(choice: string, choices: readonly string[], output: string): Compared {
  const isRight = holds(output, choice);
  const answer = choices.find((each) => holds(output, each)) ?? '';
  return {
    predicted: [{ text: choice, differs: !isRight }],
    printed: linesOf(output).map((text) => ({ text, differs: !isRight && holds(text, answer) })),
    isRight,
    said: isRight ? right : `It prints “${answer}”, not “${choice}”.`,
  };
}

const linesOf = (text: string) => text.replaceAll(/^(?:[ \t]*\r?\n)+|\s+$/gu, '').split(/\r?\n/u);

const plain = (line: string | undefined) => line?.trim().replaceAll(/\s+/gu, ' ');

function difference(number: number, mine: string | undefined, theirs: string | undefined): string {
  if (theirs === undefined) return `It prints no line ${number}.`;
  const printed = theirs.trim() === '' ? 'is empty' : `is “${theirs.trim()}”`;
  return mine === undefined ? `One more line is printed: line ${number} ${printed}.` : `Line ${number} ${printed}.`;
}
