/** Cuts a line at its backticks into text and code. */
export function codeParts(line: string): readonly { readonly text: string; readonly isCode: boolean }[] {
  return line
    .split('`')
    .map((text, index) => ({ text, isCode: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
