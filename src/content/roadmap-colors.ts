/** The names of the line colors in src/styles/tokens.css, in its order: `--line-teal: …` is "teal". */
export function lineColorNames(tokens: string): readonly string[] {
  return [...tokens.matchAll(/--line-([a-z]+):/gu)].map(([, name]) => name ?? '');
}
