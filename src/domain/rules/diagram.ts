import { entriesOf } from '#domain/corpus.ts';
import { parseDiagram } from '#domain/diagram/parse.ts';
import { bodyIssue, type Rule } from './rule.ts';

export const diagram: Rule = {
  code: 'B015',
  title: 'A diagram can be drawn: known syntax, a title, a description, and no more than fits.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) =>
      entry.body.samples
        .filter(({ language }) => language === 'mermaid')
        .flatMap(({ code, line }) => {
          const parsed = parseDiagram(code);
          return 'problems' in parsed
            ? parsed.problems.map(({ message, fix, line: inside }) => bodyIssue(entry, line + inside, { code: 'B015', message, fix }))
            : [];
        }),
    ),
};
