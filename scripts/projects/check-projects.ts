/**
 * Runs the tests of each project against its reference solution, which must pass, and against the solution with a mistake
 * of broken.yaml built in, where exactly the tests named there must fail, with the words given there. A server that says
 * yes to everything must fail too, with sentences and not with errors of the tests themselves.
 * Usage: npm run check:projects [-- id …] [--show]. With --show, prints what every failing test says.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { loadContent } from '#content/load.ts';
import { type ProjectTests, readProjectTests } from '#content/project-tests.ts';
import { readTestResult } from '#content/test-result.ts';
import { runProgram } from '../run-program.ts';

/** A mistake: a text of the solution that is replaced, and the tests that must fail with words of what they say. */
const mistakes = z.array(
  z.strictObject({
    mistake: z.string().min(20),
    replace: z.string(),
    with: z.string(),
    fails: z.record(z.string(), z.string().min(5)),
  }),
);
type Mistake = z.infer<typeof mistakes>[number];

interface Project {
  readonly id: string;
  readonly tests: ProjectTests;
  readonly files: ReadonlyMap<string, string>;
  readonly mistakes: readonly Mistake[];
}

/** A run of a project's tests: against the solution, the solution with a mistake, or the server that says yes. */
interface Run {
  readonly project: Project;
  readonly against: Mistake | 'reference' | 'yes';
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { show: { type: 'boolean' } } });
const { corpus } = loadContent(process.cwd());
const projects = corpus.project.flatMap(({ id, example: files }): Project[] => {
  const tests = readProjectTests(id, { files, kit: corpus.projectKit });
  if (!tests || (positionals.length > 0 && !positionals.includes(id))) return [];
  try {
    return [{ id, tests, files, mistakes: mistakes.parse(parse(files.get('broken.yaml') ?? '')) }];
  } catch (error) {
    throw new Error(`content/projects/${id}/broken.yaml is not valid.`, { cause: error });
  }
});
/** A server that says yes to everything. */
const yes = `import { createServer } from 'node:http';
const respond = (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
const server = createServer(respond).listen(Number(process.env.PORT), () => console.log('http://localhost:' + server.address().port));
`;

const folder = mkdtempSync(join(tmpdir(), 'projects-'));
const started = performance.now();
const runs = projects.flatMap((project): Run[] =>
  (['reference', 'yes', ...project.mistakes] as const).map((against) => ({ project, against })),
);
const queue = runs.entries();
copyFileSync('content/projects/serve.mjs', join(folder, 'serve.mjs'));
const errors = new Map<Run, string>();

try {
  await Promise.all(Array.from({ length: 3 * availableParallelism() }, work));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
report();

async function work(): Promise<void> {
  for (const [index, run] of queue) {
    const error = await judge(run, join(folder, String(index)));
    if (error) errors.set(run, error);
  }
}

/** What is wrong with a run; undefined when it ended as it should. */
async function judge({ project, against }: Run, place: string): Promise<string | undefined> {
  let solution = project.files.get('reference.mjs') ?? '';
  if (typeof against === 'object') {
    const parts = solution.split(against.replace);
    if (parts.length !== 2) return `the text to replace is ${parts.length - 1} times in reference.mjs`;
    solution = parts.join(against.with);
  }
  mkdirSync(place);
  for (const [name, text] of project.files) writeFileSync(join(place, name), text);
  writeFileSync(join(place, 'reference.mjs'), solution);
  writeFileSync(join(place, 'yes.mjs'), yes);
  writeFileSync(join(place, project.tests.name), project.tests.text);
  const output = await testProgram(against === 'yes' ? 'yes.mjs' : 'reference.mjs', project, place);
  if (values.show)
    console.log(output.replaceAll(/^(?: *(?:#|duration_ms|type:|---|\.\.\.|stack:|location:|TAP).*| {8,}.*)\n/gmu, ''));
  return typeof against === 'object' ? judgeMistake(project, against, output) : judgeWhole(project, against, output);
}

function judgeWhole({ tests }: Project, against: 'reference' | 'yes', output: string): string | undefined {
  const result = readTestResult(output, tests);
  if (!result.ok) return output || result.reason;
  const all = tests.stages.flatMap((stage) => stage.tests);
  const passed = all.filter((test) => result.endings.get(test) === 'passed');
  if (against === 'reference') {
    const failed = all.filter((test) => !passed.includes(test));
    return failed.length > 0 ? failed.map((test) => messageOf(test, output)).join('\n') : undefined;
  }
  const [bug] = /.*\b(?:TypeError|ReferenceError|Cannot read|is not a function|is not iterable).*/u.exec(output) ?? [];
  if (bug) return `a test breaks on a server that says yes to everything: ${bug.trim()}`;
  return passed.length > all.length / 5
    ? `a server that says yes to everything passes: ${passed.join('; ')}`
    : undefined;
}

function judgeMistake({ tests }: Project, { fails }: Mistake, output: string): string | undefined {
  const result = readTestResult(output, tests);
  if (!result.ok) return output || result.reason;
  const failed = [...result.endings].flatMap(([test, ending]) => (ending === 'failed' ? [test] : []));
  const wanted = Object.keys(fails);
  const wrong = [
    ...wanted.filter((test) => !failed.includes(test)).map((test) => `passes: ${test}`),
    ...failed.filter((test) => !wanted.includes(test)).map((test) => `fails too: ${messageOf(test, output)}`),
    ...wanted
      .filter((test) => failed.includes(test) && !messageOf(test, output).includes(fails[test] ?? ''))
      .map((test) => `says something else: ${messageOf(test, output)}`),
  ];
  return wrong.length > 0 ? wrong.join('\n') : undefined;
}

/** What a failing test said: in TAP, the lines from its own to the next test. */
function messageOf(test: string, output: string): string {
  const [, ...after] = output.split(`- ${test}\n`);
  const [, message = 'nothing'] = /^\s*error: (?:\|-\n\s*|['"])?(.+)$/mu.exec(after.at(-1) ?? '') ?? [];
  return `${test}: ${message}`;
}

/** Starts a program and runs the tests against it, or lets the tests start it where their command names it in APP. */
async function testProgram(program: string, { tests }: Project, place: string): Promise<string> {
  const peer = { PEER_PORT: String(await freePort()) };
  if (tests.command.startsWith('APP='))
    return await test(place, tests.name, { ...peer, APP: `"${process.execPath}" ${program}` });
  const server = spawn(process.execPath, [program], { cwd: place, env: { ...process.env, ...peer, PORT: '0' } });
  let stderr = '';
  server.stderr.on('data', (chunk) => (stderr += chunk));
  try {
    const [line] = await Promise.race([once(server.stdout, 'data'), once(server, 'exit').then(() => [''])]);
    const [address] = /http:\/\/\S+/u.exec(String(line)) ?? [];
    if (!address) return `${program} printed no address. ${stderr}`;
    return (await test(place, tests.name, { ...peer, BASE_URL: address })) + stderr;
  } finally {
    server.kill('SIGKILL');
  }
}

async function test(cwd: string, name: string, env: Readonly<Record<string, string>>): Promise<string> {
  const command = [process.execPath, '--test-reporter=tap', name] as const;
  return (await runProgram(command, { cwd, seconds: 120, env })).output;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

function report(): void {
  console.log(`${'project'.padEnd(34)} tests  reference  broken ones that fail where they should`);
  for (const project of projects) {
    const own = runs.filter((run) => run.project === project);
    const good = own.filter(({ against }) => typeof against === 'object').filter((run) => !errors.has(run));
    const reference = own.some((run) => run.against === 'reference' && errors.has(run)) ? 'failed' : 'passed';
    const count = project.tests.stages.reduce((sum, { tests }) => sum + tests.length, 0);
    console.log(
      `${project.id.padEnd(34)} ${String(count).padStart(5)}  ${reference.padEnd(9)}  ${good.length} of ${project.mistakes.length}`,
    );
  }
  for (const [{ project, against }, error] of errors)
    console.error(`\n${project.id}, ${typeof against === 'object' ? against.mistake : against}\n${error}`);
  const few = projects.filter((project) => project.mistakes.length < 3);
  for (const { id } of few) console.error(`\n${id} has fewer than three broken solutions.`);
  console.log(
    `\n${projects.length} projects, ${runs.length} runs, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  process.exitCode = errors.size + few.length > 0 || projects.length === 0 ? 1 : 0;
}
