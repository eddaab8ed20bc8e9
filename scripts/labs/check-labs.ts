/**
 * Verifies every lab with the engines that run in the page: the starter fails, the solution passes, and each wrong solution
 * fails the check that it names. Usage: npm run check:labs [-- id …] [--show]
 * With --show, prints what each check says to a reader, for every file.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { formatIssues } from '#content/issue.ts';
import { startNodeWorker } from '#features/labs/content/node-worker.ts';
import { type Lab, readLabs } from '#features/labs/content/read-labs.ts';
import { type Verified, verifyLab } from '#features/labs/content/verify.ts';
import { EngineHost } from '#features/labs/runner/host.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'boolean', default: false } },
});
const { labs, issues } = readLabs(process.cwd(), positionals);
const queue = [...labs].sort((a, b) => a.data.language.localeCompare(b.data.language)).values();
const verified = (await Promise.all(Array.from({ length: availableParallelism() }, () => work(queue)))).flat();
const all = [...issues, ...verified.flatMap((each) => each.issues)];

if (values.show) for (const each of verified) show(each);
if (all.length > 0) console.error(`${formatIssues(all)}\n`);
report();

/** Takes labs from the queue until it is empty. The labs of one language share their engine. */
async function work(labsToDo: Iterable<Lab>): Promise<Verified[]> {
  const host = new EngineHost(startNodeWorker);
  const done: Verified[] = [];
  for (const lab of labsToDo) done.push(await verifyLab(lab, host));
  host.close();
  return done;
}

function show({ lab, runs }: Verified): void {
  for (const { file, result } of runs) {
    console.log(`${lab.id}/${file}  ${result.ending}, ${Math.round(result.milliseconds)} ms`);
    if (result.fault) console.log(`    ${result.fault.message} (${result.fault.file}:${result.fault.line})`);
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
    `${good.length} of ${verified.length} labs hold: ${count('js')} JavaScript, ${count('sql')} SQL, ${count('python')} Python.`,
  );
  if (verified.length === 0) console.error('No lab was found.');
  process.exitCode = all.length > 0 || verified.length === 0 ? 1 : 0;
}
