import type { SqlCheck } from '../../content/lab-schema.ts';
import { short } from '../allowance.ts';
import { RunReport } from '../output.ts';
import type { CheckResult, Job, RunError, WorkerMessage } from '../protocol.ts';
import { failureOf, type ScriptRun } from './checks.ts';
import { errorPlace, printError, printResult } from './print.ts';
import { BrokenEngine, type SqlSession } from './session.ts';
import { splitStatements } from './split.ts';

/** What runs jobs on a database. */
export function openSqlEngine(
  post: (message: WorkerMessage) => void,
  session: SqlSession,
): (job: Job) => Promise<void> {
  return async (job) => {
    const report = new RunReport(post);
    try {
      const error = await runJob(job, { session, report });
      report.end({ error, isSpent: !session.isReusable });
    } catch (error) {
      report.breakOff(toRunError(error));
    }
  };
}

/** What ended the engine. Every other error is an answer from PostgreSQL. */
function toRunError(error: unknown): RunError {
  const place = error instanceof BrokenEngine ? error.place : {};
  return { ...place, message: short(error instanceof Error ? error.message : String(error)) };
}

async function runJob(
  job: Job,
  { session, report }: { readonly session: SqlSession; readonly report: RunReport },
): Promise<RunError | undefined> {
  const script = job.files[job.main] ?? '';
  const checks = job.checks === undefined ? [] : (JSON.parse(job.checks) as readonly SqlCheck[]);
  const prepare = async (given = '') => {
    session.reset();
    await runOwn(session, `${job.seed ?? ''}\n;\n${given}`);
  };
  await prepare();
  const quiet = job.quiet ?? false;
  const silent = { session, print: () => {}, file: job.main, quiet };
  await runScript(job.before ?? '', { ...silent, staysOpen: true });
  report.start();
  const { run, error } = await runScript(script, { ...silent, print: (text) => report.output.write(text) });
  report.output.flush();
  let current = run;
  let isAltered = false;
  let hasFailed = checks.length === 0;
  for (const check of checks) {
    if (check.given !== undefined || isAltered) {
      await prepare(check.given);
      current = (await runScript(script, silent)).run;
      isAltered = check.given !== undefined;
    }
    const result = await judge(check, session, current).catch((error: unknown) => {
      report.addCheck({ name: check.name, passed: false, message: toRunError(error).message });
      throw error;
    });
    hasFailed ||= !result.passed;
    report.addCheck(result);
  }
  // A script may cause an error on purpose and go on. It counts only if a check failed.
  return hasFailed ? error : undefined;
}

async function judge(check: SqlCheck, session: SqlSession, run: ScriptRun): Promise<CheckResult> {
  const failure = await failureOf(check, session, run);
  const message = [check.message, failure].filter(Boolean).join(' ');
  return { name: check.name, passed: failure === '', message: failure === '' ? '' : short(message) };
}

/** Runs SQL of our own. */
async function runOwn(session: SqlSession, script: string): Promise<void> {
  for (const { text } of splitStatements(script)) await session.must(text);
}

interface ScriptOptions {
  readonly session: SqlSession;
  readonly print: (text: string) => void;
  readonly file: string;
  readonly quiet: boolean;
  /** Whether an open transaction continues in the next script. */
  readonly staysOpen?: boolean;
}

/** Runs a script as psql does: it continues after errors, and rolls back a transaction left open at the end. */
export async function runScript(
  script: string,
  { session, print, file, quiet, staysOpen = false }: ScriptOptions,
): Promise<{ run: ScriptRun; error: RunError | undefined }> {
  let last: ScriptRun['last'];
  let error: RunError | undefined;
  let status: 'I' | 'T' | 'E' = 'I';
  let isFirst = true;
  const say = (text: string) => {
    if (text === '') return;
    print(`${isFirst ? '' : '\n'}${text}\n`);
    isFirst = false;
  };
  for (const statement of splitStatements(script)) {
    const result = await session.send(statement.text).catch((error: unknown) => {
      const { line } = errorPlace({}, { script, statement });
      throw error instanceof BrokenEngine ? new BrokenEngine({ file, line }, error) : error;
    });
    status = result.status;
    if (result.columns.length > 0 && !result.error) last = { statement: statement.text, result };
    say(printResult(result, { quiet }));
    if (!result.error) continue;
    say(quiet ? `ERROR:  ${result.error.message}` : printError(result.error, { script, statement }));
    const { line } = errorPlace(result.error, { script, statement });
    error ??= { message: short(`${result.error.message} (SQLSTATE ${result.error.code})`), file, line };
  }
  if (status !== 'I' && !staysOpen) {
    await session.must('rollback');
    if (!quiet) say('The script ends inside a transaction, so PostgreSQL rolled it back: there is no COMMIT.');
  }
  return { run: { script, last, error: error?.message }, error };
}
