import { entriesOf } from '../corpus.ts';
import { bodyIssue, type Rule } from './rule.ts';

const mostLines = 80;
const longestLine = 120;

export const sampleLength: Rule = {
  code: 'B012',
  title: 'A code sample shows one idea: at most 80 lines of at most 120 characters.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) =>
      entry.body.samples
        .filter(({ language }) => language !== 'mermaid')
        .flatMap(({ code, line }) => {
          const lines = code.split('\n');
          const longest = Math.max(...lines.map((text) => text.length));
          if (lines.length <= mostLines && longest <= longestLine) return [];
          const message = `The sample has ${lines.length} lines, the longest with ${longest} characters.`;
          return [bodyIssue(entry, line, { code: 'B012', message, fix: 'Show less, or split it.' })];
        }),
    ),
};
