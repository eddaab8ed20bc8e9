import { anchorOf } from '../anchor.ts';
import { bodyIssue, isDraft, type Rule } from './rule.ts';

const wanted = 5;

export const selfChecks: Rule = {
  code: 'B005',
  title: 'A topic ends with five checks, each with a question, an answer and the anchor of the passage that holds it.',
  check: ({ topic }) =>
    topic
      .filter((entry) => !isDraft(entry))
      .flatMap((entry) => {
        const checks = entry.body.components.filter(({ name }) => name === 'Check');
        const anchors = entry.body.headings
          .map(({ text }) => anchorOf(text))
          .filter((anchor) => anchor !== 'check-yourself');
        const at = (line: number, message: string, fix: string) =>
          bodyIssue(entry, line, { code: 'B005', message, fix });
        return [
          ...(checks.length === wanted
            ? []
            : [at(checks[0]?.line ?? 0, `The page has ${checks.length} checks.`, `Write ${wanted}.`)]),
          ...checks
            .filter(({ attributes, text }) => !attributes['ask'] || text.trim() === '')
            .map(({ line }) =>
              at(line, 'The check lacks a question or an answer.', 'Write `ask="…"` and the answer between the tags.'),
            ),
          ...checks
            .filter(({ attributes }) => !anchors.includes(attributes['see'] ?? ''))
            .map(({ line, attributes }) =>
              at(
                line,
                `see="${attributes['see'] ?? ''}" leads to no passage of this page.`,
                `Choose one of ${anchors.join(', ')}.`,
              ),
            ),
        ];
      }),
};
