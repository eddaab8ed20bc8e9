import type { Issue } from '#content/issue.ts';
import type { EngineHost } from '../runner/host.ts';
import { hasPassed, type RunResult, signatureOf, timeLimit } from '../runner/protocol.ts';
import { jobOf, type Lab, labIssue, labLanguages } from './read-labs.ts';

/** What an author sees of one run: whose code, and what each check said. */
interface VerifiedRun {
  readonly file: string;
  readonly result: RunResult;
}

export interface Verified {
  readonly lab: Lab;
  readonly runs: readonly VerifiedRun[];
  readonly issues: readonly Issue[];
  /** By file, how those wrong solutions fail that say what they do wrong. */
  readonly signatures: Readonly<Record<string, string>>;
}

/** The share of the limit that a solution may take on the author's machine; a phone is several times slower. */
const maxOfLimit = 1 / 3;

/** Runs everything that an author wrote: the starter fails, the solution passes, each wrong one fails its check. */
export async function verifyLab(lab: Lab, host: EngineHost): Promise<Verified> {
  const { ending } = labLanguages[lab.data.language];
  const runs: VerifiedRun[] = [];
  const run = async (file: string, code: string): Promise<VerifiedRun> => {
    const done = { file, result: await runFile(lab, { code, host }) };
    runs.push(done);
    return done;
  };
  const issues = issuesOfStarter(lab, await run(`starter.${ending}`, lab.starter));
  issues.push(...issuesOfSolution(lab, await run(`solution.${ending}`, lab.solution)));
  for (const { file, code, fails } of lab.wrong)
    issues.push(...issuesOfWrong(lab, { ...(await run(file, code)), fails }));
  for (const each of runs) issues.push(...issuesOfMessages(lab, each));
  issues.push(...(await issuesOfEvidence(lab, host)));
  const { signatures, issues: signatureIssues } = signaturesOf(lab, runs);
  return { lab, runs, issues: [...issues, ...signatureIssues], signatures };
}

/** The signatures of the mistakes that the page names. Code that fails exactly like other code would be named wrongly. */
function signaturesOf(lab: Lab, runs: readonly VerifiedRun[]): Pick<Verified, 'signatures' | 'issues'> {
  const known = runs.map(({ file, result }) => ({ file, result, signature: signatureOf(result.checks) }));
  const speaking = new Set(lab.wrong.filter(({ says }) => says !== '').map(({ file }) => file));
  const named = known.filter(({ file }) => speaking.has(file));
  const issues = named.flatMap(({ file, result, signature }) => {
    const isClear = result.ending === 'finished' && !result.error;
    const same = known.find((other) => other.file !== file && other.signature === signature);
    if (isClear && !same) return [];
    const message = same
      ? `It fails exactly as ${same.file} does.`
      : 'Its run does not end by itself, without an error.';
    const fix = 'Take out its line "says: …", or sharpen a check.';
    return [issue(lab, { code: 'L004', file, line: 2, message, fix })];
  });
  return { signatures: Object.fromEntries(named.map(({ file, signature }) => [file, signature])), issues };
}

/** Runs code up to five times, until it is fast enough, and returns the fastest run. Time that other programs took is subtracted. */
async function runFile(lab: Lab, { code, host }: { code: string; host: EngineHost }): Promise<RunResult> {
  let fastest = await host.run(jobOf(lab, code));
  for (let again = 0; again < 4 && fastest.milliseconds > timeLimit * maxOfLimit; again += 1) {
    const slowness = slownessOfNow();
    const run = await host.run(jobOf(lab, code), { limit: timeLimit * slowness });
    const milliseconds = run.milliseconds / slowness;
    if (milliseconds < fastest.milliseconds) fastest = { ...run, milliseconds };
  }
  return fastest;
}

/** How many times longer work takes now than on a quiet machine. Rounds are so short that the fastest isn't interrupted. */
function slownessOfNow(): number {
  const rounds = Array.from({ length: 200 }, () => {
    const start = performance.now();
    for (let i = 0, sum = 0; i < 1e6; i += 1) sum = (sum + Math.imul(i, i)) | 0;
    return performance.now() - start;
  }).slice(20);
  return Math.min(10, rounds.reduce((sum, each) => sum + each, 0) / rounds.length / Math.min(...rounds));
}

function issuesOfStarter(lab: Lab, { file, result }: VerifiedRun): Issue[] {
  const say = (message: string, fix: string): Issue[] => [issue(lab, { file, message, fix })];
  if (hasPassed(result, lab.checkNames.length))
    return say('The starter passes all checks.', 'Take out what the reader is to write, or check it.');
  if (result.ending === 'finished') return [];
  return say(endingText(result), 'Let the starter run to its end: only its checks fail.');
}

/** What a broken system shows must be what its code really prints. */
async function issuesOfEvidence(lab: Lab, host: EngineHost): Promise<Issue[]> {
  if (lab.evidence.length === 0) return [];
  let printed = '';
  const onOutput = (text: string) => {
    printed += text;
  };
  await host.run({ ...jobOf(lab, lab.starter), checks: undefined, quiet: true }, { onOutput });
  const message = 'The task shows evidence that the starter does not print.';
  const fix = `Copy it from what it prints:\n${printed}`;
  return lab.evidence.every((text) => printed.includes(text)) ? [] : [issue(lab, { file: 'index.mdx', message, fix })];
}

function issuesOfSolution(lab: Lab, { file, result }: VerifiedRun): Issue[] {
  const say = (message: string, fix: string): Issue[] => [issue(lab, { file, message, fix })];
  if (!hasPassed(result, lab.checkNames.length))
    return say(`The solution does not pass. ${failureText(result)}`, 'Correct the solution or the checks.');
  const names = result.checks.map(({ name }) => name);
  if (names.join('\n') !== lab.checkNames.join('\n'))
    return say(
      `The page lists the checks "${lab.checkNames.join('", "')}", and these ran: "${names.join('", "')}".`,
      'Write each name as a plain string, and the tests in the order in which they are to run.',
    );
  if (result.milliseconds > timeLimit * maxOfLimit)
    return say(
      `The solution takes ${Math.round(result.milliseconds)} ms; the limit is ${timeLimit} ms, and a phone is slower.`,
      'Use fewer rows or rounds, or a fake clock in place of waiting.',
    );
  return [];
}

function issuesOfWrong(lab: Lab, { file, result, fails }: VerifiedRun & { readonly fails: string }): Issue[] {
  const check = result.checks.find(({ name }) => name === fails);
  if (check && !check.passed) return [];
  const why = check ? 'That check passes.' : `That check did not run. ${failureText(result)}`;
  const message = `The wrong solution is to fail "${fails}". ${why}`;
  return [issue(lab, { file, line: 1, message, fix: 'Sharpen the check, or name the one that catches it.' })];
}

/** What an assertion says by itself teaches nothing. */
const unspoken =
  /^Expected values to be|^The expression evaluated|^The input did not match|^Missing expected|^assert |^The test's assertion/u;

function issuesOfMessages(lab: Lab, { file, result }: VerifiedRun): Issue[] {
  return result.checks
    .filter(({ passed, message }) => !passed && unspoken.test(message))
    .map(({ name, message }) =>
      issue(lab, {
        file,
        message: `The check "${name}" says only: ${message.split('\n')[0]}`,
        fix: 'Give the assertion a message: what was done, what was expected, what was found.',
      }),
    );
}

function failureText(result: RunResult): string {
  if (result.ending !== 'finished') return endingText(result);
  if (result.error) return `${result.error.message}${result.error.line ? `, line ${result.error.line}` : ''}.`;
  return result.checks
    .filter(({ passed }) => !passed)
    .map(({ name, message }) => `"${name}": ${message}`)
    .join(' ');
}

function endingText({ ending, error }: RunResult): string {
  if (ending === 'time-limit') return `It ran longer than ${timeLimit} ms and was ended.`;
  return ending === 'crashed' ? `The engine broke down: ${error?.message ?? 'out of memory'}.` : 'It was stopped.';
}

function issue(
  lab: Lab,
  { file, ...rest }: { file: string; code?: string; line?: number; message: string; fix: string },
): Issue {
  return labIssue({ code: 'L002', path: `content/labs/${lab.id}/${file}`, ...rest });
}
