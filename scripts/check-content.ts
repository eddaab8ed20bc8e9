/** Checks all content: shapes, relations, bodies, and the files of labs without running them. Prints every issue at once. Usage: npm run check:content */
import { contentFigures } from '#content/content-stats.ts';
import { entriesOf, kinds } from '#content/corpus.ts';
import { formatIssues } from '#content/issue.ts';
import { checkContent, rules } from '#content/lint/index.ts';
import { readLabs } from '#features/labs/content/read-labs.ts';

const started = performance.now();
const { corpus, issues: inPages } = checkContent(process.cwd());
const { labs, issues: inLabs } = readLabs(process.cwd());
const issues = [...inPages, ...inLabs];
const seconds = ((performance.now() - started) / 1000).toFixed(2);
const counts = kinds.map((kind) => `${corpus[kind].length} ${kind}s`).join(', ');

if (issues.length > 0) console.error(`${formatIssues(issues)}\n`);
console.log(
  `${entriesOf(corpus).length} files (${counts}) and ${labs.length} labs, ${rules.length} rules, ${issues.length} issues, ${seconds} s`,
);
for (const figure of contentFigures(corpus)) console.log(figure);
if (corpus.drafts.length > 0) console.log(`Drafts: ${corpus.drafts.map(({ path }) => path).join(', ')}.`);
process.exitCode = issues.length > 0 ? 1 : 0;
