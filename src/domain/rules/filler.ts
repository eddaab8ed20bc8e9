import { entriesOf } from '#domain/corpus.ts';
import { bodyIssue, type Rule } from './rule.ts';

const phrases = [
  "in today's (?:fast-paced |digital )?world", 'it is important to note', "it's important to note", 'powerful', 'seamless(?:ly)?', 'dive (?:in|into|deep)', 'deep dive into',
  'crucial(?:ly)?', 'game[- ]changer', 'unlock the power', 'in conclusion', 'cutting[- ]edge', 'robust and scalable', 'look no further', 'needless to say',
  'at the end of the day', 'ever-evolving', 'delve', 'supercharge', 'effortless(?:ly)?', 'world-class', 'blazing(?:ly)? fast', 'simply put', 'plays? a vital role', 'a testament to',
];
const filler = new RegExp(`\\b(?:${phrases.join('|')})\\b`, 'iu');
const emoji = /\p{Extended_Pictographic}(?<![©®™↔])/u;

export const fillerWords: Rule = {
  code: 'B013',
  title: 'No filler, no hype, no emoji.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) =>
      entry.body.passages.flatMap(({ text, line }) => {
        const found = filler.exec(text)?.[0] ?? emoji.exec(text)?.[0];
        return found ? [bodyIssue(entry, line, { code: 'B013', message: `"${found}" says nothing.`, fix: 'Take it out, or say what is meant.' })] : [];
      }),
    ),
};
