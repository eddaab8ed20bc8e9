import type { Stage } from './project-tests.ts';

/** How a test ended. */
type Ending = 'passed' | 'failed';

/** What Node's test runner printed of a project's tests, or a sentence that says why it is no result of them. */
export type TestResult =
  | { readonly ok: true; readonly endings: ReadonlyMap<string, Ending>; readonly stages: readonly StageResult[] }
  | { readonly ok: false; readonly reason: string };

export interface StageResult {
  readonly title: string;
  readonly passed: number;
  readonly total: number;
  readonly failed: readonly string[];
}

/** Colors of a terminal. */
const colors = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'gu');

/**
 * Reads what `node --test` printed, in the form for people or in TAP. Stages of which nothing ran are left out.
 * @param name the file of the tests, for the sentence.
 */
export function readTestResult(text: string, { name, stages }: { name: string; stages: readonly Stage[] }): TestResult {
  const known = new Set(stages.flatMap(({ tests }) => tests));
  const lines = text.replaceAll(colors, '').split('\n').map(readLine);
  const found = lines.filter((line) => line !== undefined);
  const endings = new Map(found.filter((line) => known.has(line.test)).map(({ test, ending }) => [test, ending]));
  // Failures are listed again at the end, and a test that passed is never among them.
  for (const { test, ending } of found) if (ending === 'failed' && known.has(test)) endings.set(test, ending);
  if (endings.size === 0) return { ok: false, reason: reasonFor(text, { name, hasTests: found.length > 0 }) };
  const results = stages.map(({ title, tests }) => {
    const count = (wanted: Ending) => tests.filter((test) => endings.get(test) === wanted);
    return { title, passed: count('passed').length, total: tests.length, failed: count('failed') };
  });
  return { ok: true, endings, stages: results.filter(({ passed, failed }) => passed + failed.length > 0) };
}

/** "✔ a todo (2.1ms)" or "ok 3 - a todo"; undefined for other lines, and for tests that were skipped. */
function readLine(line: string): { test: string; ending: Ending } | undefined {
  const forPeople = /^\s*([✔✓√]|[✖✗×]) (.+?)(?: \([\d.]+m?s\))?\s*$/u.exec(line);
  if (forPeople) return { test: forPeople[2] ?? '', ending: /[✔✓√]/u.test(forPeople[1] ?? '') ? 'passed' : 'failed' };
  const tap = /^\s*(not )?ok \d+ - (.+?)\s*$/u.exec(line);
  if (!tap || / # (?:SKIP|TODO)\b/iu.test(line)) return undefined;
  return { test: (tap[2] ?? '').replaceAll(/\\(.)/gu, '$1'), ending: tap[1] ? 'failed' : 'passed' };
}

function reasonFor(text: string, { name, hasTests }: { name: string; hasTests: boolean }): string {
  if (/No server responds at/u.test(text))
    return 'The tests did not run, because no server responded. Start yours, and say in BASE_URL where it listens.';
  if (hasTests) return `These are results of other tests. Paste what ${name} printed.`;
  return `This is not a result of ${name}. Paste everything that the command printed, with its lines that begin with ✔ or ✖ (or with “ok” or “not ok”).`;
}
