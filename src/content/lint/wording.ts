// What the words of a page may not be.
import { oncePer } from '#lib/once-per.ts';
import { type Body, entriesOf } from '../corpus.ts';
import { bodyIssue, fieldIssue, type IssueText, type Rule } from './rule.ts';

const opening = /^(?:this (?:page|topic|article|guide)|learn (?:about|how)|an? (?:overview|introduction)|in this)\b/iu;

const summaryWording: Rule = {
  code: 'R027',
  title: 'A summary says the thing itself, not that the page is about it.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) => {
      const found = opening.exec(entry.data.summary)?.[0];
      if (found === undefined) return [];
      const message = `The summary begins with "${found}".`;
      return [fieldIssue(entry, ['summary'], { message, fix: 'Say what the reader understands afterwards.' })];
    }),
};

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

const fillerWords: Rule = {
  code: 'B013',
  title: 'No filler, no hype, no emoji.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) => [
      ...issuesIn(entry.data.summary).map((found) => fieldIssue(entry, ['summary'], found)),
      ...fillerIn(entry.body).map(({ line, found }) => bodyIssue(entry, line, found)),
    ]),
};

const fillerIn = oncePer(({ headings, passages, components }: Body) => {
  const questions = components.map(({ attributes, line }) => ({ text: attributes['ask'] ?? '', line }));
  return [...headings, ...passages, ...questions].flatMap(({ text, line }) =>
    issuesIn(text).map((found) => ({ line, found })),
  );
});

function issuesIn(text: string): IssueText[] {
  const found = filler.exec(text)?.[0] ?? emoji.exec(text)?.[0];
  return found ? [{ message: `"${found}" says nothing.`, fix: 'Take it out, or say what is meant.' }] : [];
}

/** Words in a row that two pages may not share. */
const span = 16;

const repeatedPassage: Rule = {
  code: 'B014',
  title: 'No passage repeats another page’s: not 16 words in a row.',
  check: (corpus) => {
    const owners = new Map<string, string>();
    return entriesOf(corpus).flatMap((entry) =>
      entry.body.passages.flatMap(({ text, line }) => {
        const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
        const shared = new Set<string>();
        for (let start = 0; start + span <= words.length; start += 1) {
          const key = words.slice(start, start + span).join(' ');
          const owner = owners.get(key) ?? entry.path;
          owners.set(key, owner);
          if (owner !== entry.path) shared.add(owner);
        }
        return [...shared].map((owner) =>
          bodyIssue(entry, line, {
            message: `${span} or more words in a row stand in ${owner} too.`,
            fix: 'Say it once and link, or say what is different on this page.',
          }),
        );
      }),
    );
  },
};

export const wordingRules: readonly Rule[] = [summaryWording, fillerWords, repeatedPassage];
