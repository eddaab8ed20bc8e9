import { entriesOf } from '../corpus.ts';
import { bodyIssue, type Rule } from './rule.ts';

const empty = /^(?:here|this|link|click(?: here)?|read more|more|this (?:page|article|link)|https?:\S*)?$/iu;

export const linkText: Rule = {
  code: 'B008',
  title: 'The text of a link says what is behind it.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) =>
      entry.body.links
        .filter(({ text }) => empty.test(text.trim()))
        .map(({ text, line }) =>
          bodyIssue(entry, line, {
            code: 'B008',
            message: `The link's text is "${text}".`,
            fix: 'Name the page it leads to.',
          }),
        ),
    ),
};
