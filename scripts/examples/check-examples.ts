/**
 * Runs formatter and tests of example projects, each in a clean copy outside the repository.
 * Usage: npm run check:examples [-- topic …] [--since=1.day] [--quote]
 * With --since (or EXAMPLES_SINCE), only those run that have changed in commits since then, as Git reads a date.
 * With --quote, the code fences of the pages that quote an example are set to what its files hold; nothing is run.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Entry } from '#content/corpus.ts';
import { quotedText } from '#content/example-quote.ts';
import { loadContent } from '#content/load.ts';
import { type ExampleResult, runExample } from './run-example.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quote: { type: 'boolean', default: false },
    since: { type: 'string', default: process.env['EXAMPLES_SINCE'] ?? '' },
  },
});
// PostgreSQL refuses to run as root. For root, examples start it as another user, who may not enter root's own folder.
if (process.getuid?.() === 0) process.env['TMPDIR'] = '/var/tmp';

const { corpus } = loadContent(process.cwd());
const changed = values.since ? changedTopics(values.since) : undefined;
const entries = corpus.topic.filter(
  ({ id, example }) =>
    example.size > 0 && (positionals.length === 0 || positionals.includes(id)) && (changed?.has(id) ?? true),
);
const unknown = positionals.filter((id) => !entries.some((entry) => entry.id === id));

if (unknown.length > 0) {
  console.error(`No example project: ${unknown.join(', ')}. It would be content/topics/<id>/example/.`);
  process.exitCode = 2;
} else if (values.quote) for (const entry of entries) quote(entry);
else await runAll();

/** The topics whose example projects have changed in commits since a date. */
function changedTopics(since: string): Set<string> {
  const log = ['log', `--since=${since}`, '--name-only', '--format=', '--', 'content/topics/*/example/*'];
  const paths = execFileSync('git', log, { encoding: 'utf8', maxBuffer: 1e8 }).split('\n');
  return new Set(paths.map((path) => path.split('/')[2] ?? ''));
}

async function runAll(): Promise<void> {
  const results: ExampleResult[] = [];
  for (const entry of entries) {
    const result = await runInCopy(entry);
    console.log(`${entry.id}: ${result.outcome}${result.reason ? `, ${result.reason}` : ''}`);
    results.push(result);
  }
  const count = (outcome: ExampleResult['outcome']) => results.filter((result) => result.outcome === outcome).length;
  console.log(`Examples: ${count('passed')} passed, ${count('failed')} failed, ${count('not run')} not run.`);
  process.exitCode = (results.length === 0 && !changed) || count('failed') > 0 ? 1 : 0;
}

/** An example must not need anything of the repository around it, so it runs in a folder of its own. */
async function runInCopy({ id }: Entry): Promise<ExampleResult> {
  const folder = mkdtempSync(join(tmpdir(), `${id}-`));
  try {
    cpSync(join('content/topics', id, 'example'), folder, { recursive: true });
    return await runExample(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copies the quoted regions onto the page, from the last to the first so that line numbers hold. */
function quote({ path, body, example }: Entry): void {
  const lines = readFileSync(path, 'utf8').split('\n');
  for (const { meta, line, code } of [...body.samples, ...body.outputs].sort((a, b) => b.line - a.line)) {
    const text = quotedText(meta, example)?.text;
    if (text === undefined || text === code) continue;
    const old = code === '' ? 0 : code.split('\n').length;
    lines.splice(line, old, ...text.split('\n'));
    console.log(`${path}:${line} written`);
  }
  writeFileSync(path, lines.join('\n'));
}
