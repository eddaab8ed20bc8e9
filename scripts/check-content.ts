/** Checks all content: shapes, relations, bodies. Prints every issue at once. Usage: npm run check:content */
import { checkContent } from '#content/check.ts';
import { contentFigures } from '#content/content-stats.ts';
import { entriesOf, kinds } from '#content/corpus.ts';
import { formatIssues } from '#content/issue.ts';
import { rules } from '#content/lint/index.ts';

const started = performance.now();
const { corpus, issues } = checkContent(process.cwd());
const seconds = ((performance.now() - started) / 1000).toFixed(2);
const counts = kinds.map((kind) => `${corpus[kind].length} ${kind}s`).join(', ');

if (issues.length > 0) console.error(`${formatIssues(issues)}\n`);
console.log(
  `${entriesOf(corpus).length} files (${counts}), ${rules.length} rules, ${issues.length} issues, ${seconds} s`,
);
for (const figure of contentFigures(corpus)) console.log(figure);
if (corpus.drafts.length > 0) console.log(`Drafts: ${corpus.drafts.map(({ path }) => path).join(', ')}.`);
process.exitCode = issues.length > 0 ? 1 : 0;
