/** Signs that Markdown or HTML would take for markup anywhere in a line. */
const signs = /[\\`*_[\]<>#&|~]/gu;
/** Before the sign that makes a line the underline of a heading, an item of a list or the head of a table. */
const lineStarts = /^[ \t]*(?:(?=[-+=:])|\d+(?=[.)]))/gmu;

/** Text as Markdown that shows it as it is, in the middle of a line or as lines of its own. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(signs, '\\$&').replaceAll(lineStarts, '$&\\');
}
