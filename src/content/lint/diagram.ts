import { anchorOf } from '../anchor.ts';
import { entriesOf } from '../corpus.ts';
import { parseDiagram } from '../diagram/parse.ts';
import { bodyIssue, type Rule } from './rule.ts';

export const diagram: Rule = {
  code: 'B015',
  title: 'A diagram can be drawn: known syntax, a title of its own, a description, and no more than fits.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) => {
      const titles = new Set<string>();
      return entry.body.samples
        .filter(({ language }) => language === 'mermaid')
        .flatMap(({ code, line }) => {
          const parsed = parseDiagram(code);
          if ('problems' in parsed) {
            return parsed.problems.map(({ message, fix, line: inside }) =>
              bodyIssue(entry, line + inside, { code: 'B015', message, fix }),
            );
          }
          // The ids of a drawing's parts are made of its title.
          const title = anchorOf(parsed.title);
          const isRepeated = titles.has(title);
          titles.add(title);
          const message = `"${parsed.title}" is the title of an earlier diagram of the page.`;
          return isRepeated
            ? [bodyIssue(entry, line, { code: 'B015', message, fix: 'Say in the title what sets the two apart.' })]
            : [];
        });
    }),
};
