/** An output that readers predict before they see it. */
export interface Prediction {
  /** What the author offers to choose from; none when the reader types. */
  readonly choices: readonly string[];
  readonly output: string;
  /** The code of the block before it, with the program if that's a command, and the heading that they stand below. */
  readonly code: string;
  readonly section: string;
  /** Whether a sample that always prints the same stands right before it. */
  readonly isOfSample: boolean;
  readonly line: number;
}

/** The choices that the fence of a prediction names, `predict="200|404"`; undefined for any other output. */
export function choicesIn(meta: string): readonly string[] | undefined {
  const found = /(?:^|\s)predict(?:="([^"]*)")?(?:\s|$)/u.exec(meta);
  return found ? (found[1]?.split('|') ?? []) : undefined;
}

/** Whether an output has a choice in it as a word of its own: "1" is not in "10" or "1.5". */
export function holds(output: string, choice: string): boolean {
  const text = choice.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\w.-])${text}(?![\w-]|\.\w)`, 'u').test(output);
}
