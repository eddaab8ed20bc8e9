/** The anchor of a heading, by GitHub's rules: lower case, punctuation dropped, blanks to hyphens. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** The anchors of the headings of second and third level in the Markdown of a page. */
export const anchorsIn = (text: string): string[] =>
  [...text.matchAll(/^#{2,3} (.+)$/gmu)].map(([, heading = '']) => anchorOf(heading));
