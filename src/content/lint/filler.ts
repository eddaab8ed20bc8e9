import { entriesOf } from '../corpus.ts';
import { bodyIssue, fieldIssue, type Rule } from './rule.ts';

const phrases = [
  "in today's (?:fast-paced |digital )?world",
  'it is important to note',
  "it's important to note",
  'powerful',
  'seamless(?:ly)?',
  'dive (?:in|into|deep)',
  'deep dive into',
  'crucial(?:ly)?',
  'game[- ]changer',
  'unlock the power',
  'in conclusion',
  'cutting[- ]edge',
  'robust and scalable',
  'look no further',
  'needless to say',
  'at the end of the day',
  'ever-evolving',
  'delve',
  'supercharge',
  'effortless(?:ly)?',
  'world-class',
  'blazing(?:ly)? fast',
  'simply put',
  'plays? a vital role',
  'a testament to',
];
const filler = new RegExp(`\\b(?:${phrases.join('|').replaceAll("'", "['’]")})\\b`, 'iu');
const emoji = /\p{Extended_Pictographic}(?<![©®™↔])/u;

export const fillerWords: Rule = {
  code: 'B013',
  title: 'No filler, no hype, no emoji.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) => {
      const { headings, passages, components } = entry.body;
      const questions = components.map(({ attributes, line }) => ({ text: attributes['ask'] ?? '', line }));
      return [
        ...('summary' in entry.data
          ? complain(entry.data.summary).map((found) => fieldIssue(entry, ['summary'], found))
          : []),
        ...[...headings, ...passages, ...questions].flatMap(({ text, line }) =>
          complain(text).map((found) => bodyIssue(entry, line, found)),
        ),
      ];
    }),
};

function complain(text: string): { code: string; message: string; fix: string }[] {
  const found = filler.exec(text)?.[0] ?? emoji.exec(text)?.[0];
  return found
    ? [{ code: 'B013', message: `"${found}" says nothing.`, fix: 'Take it out, or say what is meant.' }]
    : [];
}
