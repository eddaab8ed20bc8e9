import { entriesOf } from '../corpus.ts';
import { bodyIssue, type Rule } from './rule.ts';

const allowed = ['Check', 'Note'];

export const unknownComponent: Rule = {
  code: 'B007',
  title: 'Authors use the components of the content guide, and nothing else.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) => [
      ...entry.body.components
        .filter(({ name }) => !allowed.includes(name))
        .map(({ name, line }) =>
          bodyIssue(entry, line, {
            code: 'B007',
            message: `<${name}> is not a component for authors.`,
            fix: `Use ${allowed.join(' or ')}, or Markdown.`,
          }),
        ),
      ...entry.body.foreign.map(({ text, line }) =>
        bodyIssue(entry, line, {
          code: 'B007',
          message: `"${text.slice(0, 40)}" is HTML, an import, an expression or the alignment of a table.`,
          fix: 'Use Markdown without alignment; put code into backticks.',
        }),
      ),
    ]),
};
