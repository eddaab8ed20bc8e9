import { type Property, parse, type SpreadElement } from 'acorn';
import type { Issue } from '#content/issue.ts';
import type { ContentFile } from '#content/read-files.ts';
import { readShape } from '#content/read-lists.ts';
import type { Engine } from '../runner/protocol.ts';
import { sqlChecks } from './lab-schema.ts';

interface Reading {
  readonly language: Engine;
  readonly report: (issue: Pick<Issue, 'path' | 'message' | 'fix'>) => unknown;
}

/** The checks of a lab as the engine takes them, and their names. */
export function readChecks(file: ContentFile, { language, report }: Reading) {
  const none = { source: '', names: [] };
  if (file.text === '') return none;
  try {
    const found = language === 'sql' ? readSqlChecks(file, report) : readTests(file.text, language);
    const twice = found.names.find((name, at) => found.names.indexOf(name) !== at);
    if (twice !== undefined) throw new Error(`Two checks have the name "${twice}".`);
    return found;
  } catch (error) {
    const { message } = error as Error;
    report({ path: file.path, message, fix: 'Correct the file; docs/labs.md shows one.' });
    return none;
  }
}

function readSqlChecks(file: ContentFile, report: Reading['report']) {
  const read = readShape(file, { schema: sqlChecks, report: (found) => found.forEach(report) });
  const checks = read?.data ?? [];
  return { source: JSON.stringify(checks), names: checks.map(({ name }) => name) };
}

function readTests(source: string, language: 'js' | 'python') {
  const names = language === 'js' ? namesInJs(source) : namesInPython(source);
  if (names.length === 0) throw new Error('There is no check in the file.');
  return { source, names };
}

/**
 * The names of the checks in checks.js, without running it: pages list them before anything runs.
 * @throws Error that says what the file must look like.
 */
function namesInJs(source: string): string[] {
  const program = parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
  const exported = program.body.find((node) => node.type === 'ExportDefaultDeclaration')?.declaration;
  if (exported?.type !== 'ArrayExpression') throw new Error('checks.js must `export default [ … ]`, a list of checks.');
  return exported.elements.map((element) => {
    const value = element?.type === 'ObjectExpression' ? element.properties.find(isName)?.value : undefined;
    if (value?.type === 'Literal' && typeof value.value === 'string') return value.value;
    throw new Error("Every check in checks.js must be an object with `name: '…'`, a plain string.");
  });
}

const isName = (property: Property | SpreadElement): property is Property =>
  property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'name';

/**
 * The names of the tests in tests.py: the first line of each docstring.
 * @throws Error that says which test has none.
 */
function namesInPython(source: string): string[] {
  const tests = [...source.matchAll(/^(?:async )?def (test_\w+)\(\)(?: -> None)?:\n[ \t]+(?:"""(.+?)(?:"""|\n))?/gmu)];
  return tests.map(([, test, name]) => {
    if (name === undefined) throw new Error(`${test} in tests.py needs a docstring: it is the name of the check.`);
    return name.trim();
  });
}
