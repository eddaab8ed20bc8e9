import type { Entry, Heading } from '#domain/corpus.ts';
import { bodyIssue, isDraft, type Rule } from './rule.ts';

const parts = ['Symptom:', 'Cause:', 'Fix:'];

export const pitfalls: Rule = {
  code: 'B004',
  title: 'A topic names 3 to 5 pitfalls, each a level-3 heading with symptom, cause and fix.',
  check: ({ topic }) =>
    topic
      .filter((entry) => !isDraft(entry))
      .flatMap((entry) => {
        const names = headingsIn(entry, 'Pitfalls');
        const count =
          names.length >= 3 && names.length <= 5
            ? []
            : [bodyIssue(entry, names[0]?.line ?? 0, { code: 'B004', message: `${names.length} pitfalls.`, fix: 'Name 3 to 5.' })];
        const incomplete = names.filter(({ text }) => !hasParts(entry, text));
        return [
          ...count,
          ...incomplete.map(({ text, line }) =>
            bodyIssue(entry, line, {
              code: 'B004',
              message: `"${text}" does not have the three items Symptom, Cause, Fix.`,
              fix: 'Write a list: `- **Symptom:** …`, `- **Cause:** …`, `- **Fix:** …`.',
            }),
          ),
        ];
      }),
};

function headingsIn(entry: Entry, section: string): Heading[] {
  const { headings } = entry.body;
  const start = headings.findIndex(({ depth, text }) => depth === 2 && text === section);
  const end = headings.findIndex(({ depth }, index) => index > start && depth === 2);
  return start === -1 ? [] : headings.slice(start + 1, end === -1 ? undefined : end);
}

function hasParts(entry: Entry, name: string): boolean {
  const texts = entry.body.passages.filter(({ section, subsection }) => section === 'Pitfalls' && subsection === name);
  return parts.every((part) => texts.some(({ text }) => text.startsWith(part)));
}
