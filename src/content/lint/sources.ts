// Source documents: what a statement names exists, and nothing is said twice.
import type { Corpus } from '../corpus.ts';
import { fieldIssue, type Rule, repeated } from './rule.ts';

/** Every statement of every document with its place. */
export function statementsOf({ sources }: Corpus) {
  return sources.flatMap((source) =>
    source.sections.flatMap(({ statements }, index) =>
      statements.map((statement, at) => ({ source, statement, place: ['sections', index, 'statements', at] })),
    ),
  );
}

const statementTwice: Rule = {
  code: 'R032',
  title: 'A section of a source says a thing once.',
  check: ({ sources }) =>
    sources.flatMap((source) =>
      source.sections.flatMap(({ statements }, index) => {
        const said = statements.map(({ text, cells = [] }, at) => ({
          words: (text ?? cells.join(' | ')).toLowerCase(),
          field: ['sections', index, 'statements', at],
        }));
        return repeated(said, ({ words }) => words).map(({ item: { words, field } }) =>
          fieldIssue(source, field, { message: `"${words}" stands in this section already.`, fix: 'Take one out.' }),
        );
      }),
    ),
};

const unknownDisagreement: Rule = {
  code: 'R033',
  title: 'A statement names disagreements that exist, and every disagreement belongs to a statement.',
  check: (corpus) => {
    const statements = statementsOf(corpus);
    const known = new Set(corpus.disagreements.map(({ id }) => id));
    const named = new Set(statements.flatMap(({ statement }) => statement.differs));
    const unknown = statements.flatMap(({ source, statement, place }) =>
      statement.differs
        .filter((id) => !known.has(id))
        .map((id) =>
          fieldIssue(source, [...place, 'differs'], {
            message: `"${id}" is not a disagreement.`,
            fix: 'Correct it, or add it to content/sources/disagreements.yaml.',
          }),
        ),
    );
    // What documents with errors name is unknown.
    const unused = [...(corpus.unreadSources.length > 0 ? [] : known)]
      .filter((id) => !named.has(id))
      .map((id) => ({
        path: 'content/sources/disagreements.yaml',
        field: id,
        line: 0,
        message: 'No statement names this disagreement.',
        fix: 'Add it to `differs` of a statement, or take it out.',
      }));
    return [...unknown, ...unused];
  },
};

export const sourceRules: readonly Rule[] = [statementTwice, unknownDisagreement];
