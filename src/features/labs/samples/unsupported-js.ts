import { type Identifier, type ImportDeclaration, type MemberExpression, type Node, parse } from 'acorn';
import { simple } from 'acorn-walk';
import { builtinNames } from '../runner/js/builtins.ts';

/** What the `process` and the `performance` of programs in the page have. */
const members: Readonly<Record<string, ReadonlySet<string>>> = {
  process: new Set(['argv', 'env', 'exitCode', 'platform', 'hrtime', 'uptime', 'stdout', 'stderr']),
  performance: new Set(['now', 'timeOrigin', 'mark', 'measure']),
};

/** Names that only Node.js has. */
const absent: ReadonlySet<string> = new Set(['require', '__dirname', '__filename', 'global', 'gc']);

/** What a JavaScript sample uses that the page lacks. @throws SyntaxError when it is no module. */
export function missingInJs(code: string, files: Readonly<Record<string, string>>): string[] {
  const found: string[] = [];
  /** Local names that stand for a whole module. */
  const wholes = new Map<string, ReadonlySet<string>>();
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  simple(program, {
    ImportDeclaration: (node) => found.push(...missingIn(node, { files, wholes })),
    ImportExpression: ({ source }) => found.push(`import(${code.slice(source.start, source.end)})`),
    // The policy of the page allows no code from text.
    NewExpression: ({ callee }) => isIdentifier(callee) && callee.name === 'Function' && found.push('new Function'),
    CallExpression: ({ callee }) => isIdentifier(callee) && callee.name === 'eval' && found.push('eval'),
    MetaProperty: ({ property }) => property.name === 'meta' && found.push('import.meta'),
  });
  simple(program, {
    MemberExpression: (node) => found.push(...missingMember(node, wholes)),
    Identifier: ({ name }) => absent.has(name) && found.push(name),
  });
  return found;
}

interface Context {
  readonly files: Readonly<Record<string, string>>;
  readonly wholes: Map<string, ReadonlySet<string>>;
}

function missingIn({ source, specifiers }: ImportDeclaration, { files, wholes }: Context): string[] {
  const from = String(source.value);
  const file = from.startsWith('./') ? files[from.slice(2)] : undefined;
  if (file !== undefined) return missingInJs(file, without(files, from.slice(2)));
  const names = builtinNames(from);
  if (!names) return [from];
  return specifiers.flatMap((specifier) => {
    if (specifier.type !== 'ImportSpecifier') {
      wholes.set(specifier.local.name, new Set(names));
      return [];
    }
    const { imported } = specifier;
    const name = imported.type === 'Identifier' ? imported.name : String(imported.value);
    return names.includes(name) ? [] : [`${name} of ${from}`];
  });
}

/** A file that imports itself in a circle is looked at once. */
const without = (files: Context['files'], name: string) =>
  Object.fromEntries(Object.entries(files).filter(([each]) => each !== name));

function missingMember({ object, property, computed }: MemberExpression, wholes: Context['wholes']): string[] {
  if (computed || !isIdentifier(object) || !isIdentifier(property)) return [];
  const known = wholes.get(object.name) ?? members[object.name];
  return !known || known.has(property.name) ? [] : [`${object.name}.${property.name}`];
}

const isIdentifier = (node: Node): node is Identifier => node.type === 'Identifier';
