import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '#content/issue.ts';
import { jobOf, type Lab, labIssue } from '#features/labs/content/read-labs.ts';
import type { EngineHost } from '#features/labs/runner/host.ts';
import { hasPassed, timeLimit } from '#features/labs/runner/protocol.ts';
import { keyOf, type Mutant, mutantsOf, spread } from './edits.ts';
import { jsEdits } from './js.ts';
import { pythonEdits, sqlEdits } from './text.ts';

/** What became of the mutants of a lab. Those that are as right as the solution don't count. */
export interface Mutated {
  readonly lab: Lab;
  readonly caught: number;
  readonly survivors: readonly Mutant[];
  readonly issues: readonly Issue[];
}

/** Puts mistakes into a solution, one at a time, and sees which ones the checks let through. */
export async function tryMutants(lab: Lab, host: EngineHost, max: number): Promise<Mutated> {
  const { milliseconds } = await host.run(jobOf(lab, lab.solution));
  const limit = Math.min(timeLimit, 20 * milliseconds + 500);
  const equal = readEqual(lab);
  const all = mutantsOf(lab.solution, editsOf[lab.data.language](lab.solution));
  const tried = spread(
    all.filter((mutant) => !equal.has(keyOf(mutant))),
    max,
  );
  let caught = 0;
  const survivors: Mutant[] = [];
  const survives = async (mutant: Mutant) => {
    const result = await runMutant(lab, mutant, { host, limit });
    if (!result) return false;
    const passed = hasPassed(result, lab.checkNames.length);
    if (!passed) caught += 1;
    return passed;
  };
  for (const mutant of tried) if (await survives(mutant)) survivors.push(mutant);
  const countedBefore = caught;
  const listed = all.filter((mutant) => equal.delete(keyOf(mutant)));
  const issues = [...equal].map((key) => issueOf(lab, key, 'No mistake that is put in makes it.'));
  for (const mutant of listed)
    if (!(await survives(mutant))) issues.push(issueOf(lab, keyOf(mutant), 'The checks catch it.'));
  return { lab, caught: countedBefore, survivors, issues };
}

/**
 * In JavaScript, whose engine serves one run only, the first failed check is enough. Syntax errors give undefined: checks
 * aren't for mistakes of that kind.
 */
async function runMutant(lab: Lab, { code }: Mutant, { host, limit }: { host: EngineHost; limit: number }) {
  let printed = '';
  const found = new AbortController();
  const onCheck = (_: number, { passed }: { passed: boolean }) => {
    if (!passed && lab.data.language === 'js') found.abort();
  };
  const onOutput = (text: string) => {
    printed += text;
  };
  const result = await host.run(jobOf(lab, code), { limit, signal: found.signal, onCheck, onOutput });
  return /^(?:ERROR: {2}syntax error|(?:Syntax|Indentation)Error)/mu.test(printed) ? undefined : result;
}

const editsOf = { js: jsEdits, sql: sqlEdits, python: pythonEdits };

const equalPath = ({ id }: Lab) => `content/labs/${id}/equal.tsv`;

/** Mutants that are as right as the solution: the line before, the line after, and the reason. */
function readEqual(lab: Lab): Set<string> {
  const path = join(process.cwd(), equalPath(lab));
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : [];
  return new Set(lines.map((line) => /^([^\t]+\t[^\t]*)\t[^\t]{12,}$/u.exec(line)?.[1] ?? line));
}

function issueOf(lab: Lab, key: string, message: string): Issue {
  const fix =
    'Each line has the line before, the line after and the reason, with tabs between; delete it if it is over.';
  return labIssue({ code: 'L003', path: equalPath(lab), field: key.replace('\t', ' → '), message, fix });
}
