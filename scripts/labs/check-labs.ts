/**
 * Verifies every lab with the engines that run in the page: the starter fails, the solution passes, and each wrong solution
 * fails the check that it names. Usage: npm run check:labs [-- id …] [--show] [--write] [--mutants [--max=20]]
 * With --show, prints what each check says to a reader, for every file. With --mutants, also puts mistakes into each
 * solution, and prints which of them the checks let through. With --write, notes how wrong solutions fail that say why.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { formatIssues, type Issue } from '#content/issue.ts';
import { startNodeWorker } from '#features/labs/content/node-worker.ts';
import { type Lab, labIssue, readLabs, readSignatures, signaturesPath } from '#features/labs/content/read-labs.ts';
import { type Verified, verifyLab } from '#features/labs/content/verify.ts';
import { EngineHost } from '#features/labs/runner/host.ts';
import { type Mutated, tryMutants } from './mutants/try.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    show: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    mutants: { type: 'boolean', default: false },
    max: { type: 'string', default: '20' },
  },
});
const { labs, issues } = readLabs(process.cwd(), positionals);
/** The share of mutants that the checks of all labs must catch together. */
const leastCaught = 0.9;
const mutated: Mutated[] = [];
const queue = [...labs].sort((a, b) => a.data.language.localeCompare(b.data.language)).values();
const verified = (await Promise.all(Array.from({ length: availableParallelism() }, () => work(queue)))).flat();
const all = [...issues, ...[...verified, ...mutated].flatMap((each) => each.issues), ...checkSignatures()];

if (values.show) for (const each of verified) show(each);
if (all.length > 0) console.error(`${formatIssues(all)}\n`);
report();
if (values.mutants) reportMutants();

/** Takes labs from the queue until it is empty. The labs of one language share their engine. */
async function work(labsToDo: Iterable<Lab>): Promise<Verified[]> {
  const host = new EngineHost(startNodeWorker);
  const done: Verified[] = [];
  for (const lab of labsToDo) {
    done.push(await verifyLab(lab, host));
    if (!values.mutants) continue;
    const each = await tryMutants(lab, host, Number(values.max));
    mutated.push(each);
    showMutants(each);
  }
  host.close();
  return done;
}

/** Compares what is noted of how wrong solutions fail, or notes it. */
function checkSignatures(): Issue[] {
  const before = readSignatures(process.cwd());
  const now = { ...before, ...Object.fromEntries(verified.map(({ lab, signatures }) => [lab.id, signatures])) };
  const entries = Object.entries(now).filter(([, files]) => Object.keys(files).length > 0);
  const text = `${JSON.stringify(Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`;
  if (values.write) writeFileSync(signaturesPath, text);
  if (values.write) return [];
  const changed = Object.keys(now).filter((id) => JSON.stringify(now[id]) !== JSON.stringify(before[id] ?? {}));
  const message = 'Wrong solutions of this lab fail in another way than noted.';
  const fix = 'Run `npm run check:labs -- --write` and commit the file.';
  return changed.map((field) => labIssue({ code: 'L004', path: signaturesPath, field, message, fix }));
}

function show({ lab, runs }: Verified): void {
  for (const { file, result } of runs) {
    console.log(`${lab.id}/${file}  ${result.ending}, ${Math.round(result.milliseconds)} ms`);
    if (result.error) console.log(`    ${result.error.message} (${result.error.file}:${result.error.line})`);
    for (const { name, passed, message } of result.checks)
      console.log(
        `  ${passed ? '✓' : '✗'} ${name}${message === '' ? '' : `\n      ${message.replaceAll('\n', '\n      ')}`}`,
      );
  }
}

function report(): void {
  const good = verified.filter((each) => each.issues.length === 0);
  const count = (language: string) => good.filter(({ lab }) => lab.data.language === language).length;
  console.log(
    `${good.length} of ${verified.length} labs hold: ${count('js')} JavaScript, ${count('sql')} SQL, ${count('python')} Python; ${good.filter(({ lab }) => lab.data.broken).length} start from a broken system.`,
  );
  if (verified.length === 0) console.error('No lab was found.');
  process.exitCode = all.length > 0 || verified.length === 0 ? 1 : 0;
}

function shareOf(some: readonly Mutated[]): { share: number; text: string } {
  const caught = some.reduce((sum, each) => sum + each.caught, 0);
  const count = some.reduce((sum, { survivors }) => sum + survivors.length, caught);
  return { share: count === 0 ? 1 : caught / count, text: `${caught} of ${count} mutants caught` };
}

/** What the checks of a lab let through. */
function showMutants(each: Mutated): void {
  if (each.survivors.length > 0) console.log(`${each.lab.id}: ${shareOf([each]).text}`);
  for (const { was, is } of each.survivors) console.log(`  - ${was}\n  + ${is}`);
}

/** The share that is caught by engine, the labs that let much through, and whether it is enough in all. */
function reportMutants(): void {
  for (const language of ['js', 'sql', 'python', 'all']) {
    const { share, text } = shareOf(mutated.filter(({ lab }) => [lab.data.language, 'all'].includes(language)));
    console.log(`${language}: ${text}, ${(share * 100).toFixed(1)} %`);
  }
  const weak = mutated.filter((each) => shareOf([each]).share < leastCaught);
  console.log(`Labs below ${leastCaught * 100} %: ${weak.map(({ lab }) => lab.id).join(', ') || 'none'}.`);
  if (shareOf(mutated).share >= leastCaught) return;
  console.error('Too few are caught: sharpen the checks, or list mutants that are right in equal.tsv with a reason.');
  process.exitCode = 1;
}
