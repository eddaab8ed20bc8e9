import { anchorOf } from '../anchor.ts';
import type { Topic } from '../corpus.ts';
import { bodyIssue, isDraft, type Rule } from './rule.ts';

/** How many checks a topic has; before its second edition, five. */
const wanted = (data: Topic) => (data.status === 'published' && data.kind ? { min: 3, max: 8 } : { min: 5, max: 5 });

export const selfChecks: Rule = {
  code: 'B005',
  title:
    'A topic ends with three to eight checks, each with a question, an answer and the anchor of the passage that holds it.',
  check: ({ topic }) =>
    topic
      .filter((entry) => !isDraft(entry))
      .flatMap((entry) => {
        const { min, max } = wanted(entry.data);
        const checks = entry.body.components.filter(({ name }) => name === 'Check');
        const anchors = entry.body.headings
          .map(({ text }) => anchorOf(text))
          .filter((anchor) => anchor !== 'check-yourself');
        const at = (line: number, message: string, fix: string) =>
          bodyIssue(entry, line, { code: 'B005', message, fix });
        return [
          ...(checks.length >= min && checks.length <= max
            ? []
            : [
                at(
                  checks[0]?.line ?? 0,
                  `The page has ${checks.length} checks.`,
                  `Write ${min === max ? min : `${min} to ${max}`}.`,
                ),
              ]),
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
