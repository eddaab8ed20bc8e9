import type { Entry, Heading } from '../corpus.ts';
import { bodyIssue, isDraft, type Rule } from './rule.ts';

const parts = ['Symptom:', 'Cause:', 'Fix:'];

export const pitfalls: Rule = {
  code: 'B004',
  title: 'A topic names 3 to 5 pitfalls, each a level-3 heading with symptom, cause and fix, in this order.',
  check: ({ topic }) =>
    topic
      .filter((entry) => !isDraft(entry))
      .flatMap((entry) => {
        const [section, ...names] = headingsOf(entry, 'Pitfalls');
        // A missing section is reported by B001.
        if (!section) return [];
        const isFree = entry.data.status === 'published' && entry.data.kind !== undefined;
        const count =
          (isFree && names.length > 0) || (names.length >= 3 && names.length <= 5)
            ? []
            : [
                bodyIssue(entry, section.line, {
                  code: 'B004',
                  message: `The section has ${names.length} pitfalls.`,
                  fix: 'Name 3 to 5.',
                }),
              ];
        const incomplete = names.filter(({ text }) => !hasParts(entry, text));
        return [
          ...count,
          ...incomplete.map(({ text, line }) =>
            bodyIssue(entry, line, {
              code: 'B004',
              message: `"${text}" does not have the three items Symptom, Cause, Fix, in this order.`,
              fix: 'Write a list: `- **Symptom:** …`, `- **Cause:** …`, `- **Fix:** …`.',
            }),
          ),
        ];
      }),
};

/** The heading of a section and those below it. */
function headingsOf(entry: Entry, section: string): Heading[] {
  const { headings } = entry.body;
  const start = headings.findIndex(({ depth, text }) => depth === 2 && text === section);
  const end = headings.findIndex(({ depth }, index) => index > start && depth === 2);
  return start === -1 ? [] : headings.slice(start, end === -1 ? undefined : end);
}

function hasParts(entry: Entry, name: string): boolean {
  const found = entry.body.passages
    .filter(({ section, subsection }) => section === 'Pitfalls' && subsection === name)
    .flatMap(({ text }) => parts.filter((part) => text.startsWith(part)));
  return found.join() === parts.join();
}
