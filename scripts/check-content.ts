/** Checks all content: shapes, relations, bodies. Prints every issue at once. Usage: npm run check:content */
import { checkContent } from '#corpus/check.ts';
import { contentFigures } from '#domain/content-figures.ts';
import { entriesOf, kinds } from '#domain/corpus.ts';
import { formatIssues } from '#domain/issue.ts';
import { rules } from '#domain/rules/index.ts';

const started = performance.now();
const { corpus, issues } = checkContent(process.cwd());
const seconds = ((performance.now() - started) / 1000).toFixed(2);
const counts = kinds.map((kind) => `${corpus[kind].length} ${kind}s`).join(', ');

if (issues.length > 0) console.error(`${formatIssues(issues)}\n`);
console.log(
  `${entriesOf(corpus).length} files (${counts}), ${rules.length} rules, ${issues.length} issues, ${seconds} s`,
);
for (const figure of contentFigures(corpus)) console.log(figure);
process.exitCode = issues.length > 0 ? 1 : 0;
