import { entriesOf } from '../corpus.ts';
import { nearest } from '../issue.ts';
import { bodyIssue, type Rule } from './rule.ts';

/** Languages of code blocks. */
const languages = [
  'js',
  'ts',
  'python',
  'sql',
  'sh',
  'go',
  'rust',
  'java',
  'php',
  'csharp',
  'http',
  'json',
  'yaml',
  'graphql',
  'html',
  'css',
  'text',
  'dockerfile',
  'nginx',
  'ini',
  'toml',
  'diff',
  'proto',
  'redis',
  'mongodb',
  'xml',
  'mermaid',
] as const;

export const codeLanguage: Rule = {
  code: 'B011',
  title: 'A code block names a known language.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) =>
      entry.body.samples
        .filter(({ language }) => !languages.some((known) => known === language))
        .map(({ language, line }) => {
          const suggestion = nearest(language, languages);
          const message =
            language === '' ? 'The code block names no language.' : `"${language}" is not a language we highlight.`;
          return bodyIssue(entry, line, {
            code: 'B011',
            message,
            fix: suggestion ? `Did you mean "${suggestion}"?` : 'Use "text" for plain output.',
          });
        }),
    ),
};
