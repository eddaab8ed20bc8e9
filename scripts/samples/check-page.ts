import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import type { Sample } from '#content/corpus.ts';
import { runScript } from '#features/labs/runner/sql/run.ts';
import { SqlSession } from '#features/labs/runner/sql/session.ts';
import { isOnlyShown, needsOf, savedAs, tidy, varies } from '#features/labs/samples/sample-words.ts';
import type { ProgramResult } from '../run-program.ts';
import { canRun, languageName, runSample } from './runners.ts';

/** What running one sample came to. */
export interface SampleResult {
  readonly sample: Sample;
  /** The language's name in reports. */
  readonly language: string;
  /** `not-run` when this machine lacks the toolchain, or a library or version that the sample needs. */
  readonly outcome: 'passed' | 'failed' | 'not-run';
  readonly printed: string;
  /** What is wrong, for an outcome of `failed`. */
  readonly error: string;
}

const secondsPerSample = 60;

/**
 * Runs the samples of one page in order; they share a folder and a database.
 * @param cache a folder below the project, so that samples find its packages.
 * @param only languages to run, by the name behind a fence; all when undefined.
 */
export async function checkPageSamples(
  samples: readonly Sample[],
  { cache, only }: { cache: string; only: readonly string[] | undefined },
): Promise<SampleResult[]> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'page-'));
  const results: SampleResult[] = [];
  let database: PGlite | undefined;
  let session: SqlSession | undefined;
  const opensDatabase = samples.some(({ code }) => code.includes("'@electric-sql/pglite'"));
  for (const sample of samples) {
    const name = savedAs(sample);
    if (name) writeFileSync(join(folder, name), `${sample.code}\n`);
    const language = languageName(sample.language);
    if (!language || isLeftOut(sample, samples) || (only && !only.includes(sample.language))) continue;
    if (!canRun(sample.language, needsOf(sample))) {
      results.push({ sample, language, outcome: 'not-run', printed: '', error: '' });
      continue;
    }
    if (sample.language === 'sql' && !session) {
      database = await PGlite.create({ loadDataDir: new Blob([readFileSync(await emptyDatabase(cache))]) });
      session = new SqlSession(database);
    }
    const run =
      session && sample.language === 'sql'
        ? await runSql(session, sample.code)
        : await runSample(sample.language, {
            code: sample.code,
            folder,
            seconds: secondsPerSample,
            environment: opensDatabase ? await copyingEnvironment(cache) : {},
          });
    const error = compare(run, sample);
    results.push({ sample, language, outcome: error ? 'failed' : 'passed', printed: tidy(run.output), error });
  }
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
  return results;
}

/** Whether a sample is not run here: it says so, or it belongs to the example project, which has tests of its own. */
function isLeftOut(sample: Sample, samples: readonly Sample[]): boolean {
  const hasExample = samples.some(isQuote);
  return isOnlyShown(sample) || isQuote(sample) || (hasExample && sample.language === 'sh');
}

const isQuote = ({ meta }: Sample) => meta.split(/\s+/u).some((word) => word.startsWith('from='));

function compare({ status, output }: ProgramResult, sample: Sample): string {
  const got = tidy(output);
  const mayFail = sample.output !== undefined && !varies(sample);
  if (status !== 0 && !mayFail) return `failed and printed:\n${got}`;
  if (varies(sample)) return '';
  if (sample.output === undefined) return got === '' ? '' : `printed this, and the page has no output block:\n${got}`;
  return got === tidy(sample.output) ? '' : `printed this instead of what the page says:\n${got}`;
}

/** Runs statements and prints as psql does, and as the same code does in the page. */
async function runSql(session: SqlSession, sql: string): Promise<ProgramResult> {
  let output = '';
  const print = (text: string) => {
    output += text;
  };
  await runScript(sql, { session, print, file: 'sample.sql', quiet: true, staysOpen: true });
  return { status: 0, output };
}

let archive: Promise<string> | undefined;

/**
 * The archive of an empty database, written once. Loading it takes a fifth of the time that setting one up does. The one of
 * the labs has smaller buffers, and tables of other sizes.
 */
function emptyDatabase(folder: string): Promise<string> {
  archive ??= writeEmptyDatabase(join(folder, 'empty-database.tar'));
  return archive;
}

async function writeEmptyDatabase(path: string): Promise<string> {
  const database = await PGlite.create();
  // In a copy, the timer of that report is never cleared and would keep programs alive.
  await database.exec('ALTER SYSTEM SET log_startup_progress_interval = 0');
  const files = await database.dumpDataDir('none');
  await database.close();
  writeFileSync(path, Buffer.from(await files.arrayBuffer()));
  return path;
}

/** The environment in which a Node.js program starts its databases from copies of the empty one. */
async function copyingEnvironment(folder: string): Promise<Record<string, string>> {
  const preload = pathToFileURL(join(import.meta.dirname, 'copy-database.ts')).href;
  return { EMPTY_DATABASE: await emptyDatabase(folder), NODE_OPTIONS: `--import=${preload}` };
}
