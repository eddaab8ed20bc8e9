import type { Property, SpreadElement } from 'acorn';
import { parse } from 'acorn';

/**
 * The names of the checks in checks.js, without running it: pages list them before anything runs.
 * @throws Error that says what the file must look like.
 */
export function namesInJs(source: string): string[] {
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
export function namesInPython(source: string): string[] {
  const tests = [...source.matchAll(/^(?:async )?def (test_\w+)\(\)(?: -> None)?:\n[ \t]+(?:"""(.+?)(?:"""|\n))?/gmu)];
  return tests.map(([, test, name]) => {
    if (name === undefined) throw new Error(`${test} in tests.py needs a docstring: it is the name of the check.`);
    return name.trim();
  });
}
