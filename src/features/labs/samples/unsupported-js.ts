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

/** What keeps a JavaScript sample from running in the page; undefined when nothing does. */
export function obstacleInJs(code: string, files: Readonly<Record<string, string>>): string | undefined {
  const found: string[] = [];
  /** Local names that stand for a whole module. */
  const wholes = new Map<string, ReadonlySet<string>>();
  try {
    const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
    simple(program, {
      ImportDeclaration: (node) => found.push(...missingIn(node, { files, wholes })),
      ImportExpression: ({ source }) => found.push(`import(${code.slice(source.start, source.end)})`),
      // The policy of the page allows no code from text.
      NewExpression: ({ callee }) =>
        callee.type === 'Identifier' && callee.name === 'Function' && found.push('new Function'),
      CallExpression: ({ callee }) => callee.type === 'Identifier' && callee.name === 'eval' && found.push('eval'),
      MetaProperty: ({ property }) => property.name === 'meta' && found.push('import.meta'),
    });
    simple(program, {
      MemberExpression: (node) => found.push(...missingMember(node, wholes)),
      Identifier: ({ name }) => absent.has(name) && found.push(name),
    });
  } catch (error) {
    if (error instanceof SyntaxError) return `It is no module: ${error.message}.`;
    throw error;
  }
  return found.length === 0 ? undefined : `It uses ${[...new Set(found)].join(', ')}.`;
}

interface Context {
  readonly files: Readonly<Record<string, string>>;
  readonly wholes: Map<string, ReadonlySet<string>>;
}

function missingIn({ source, specifiers }: ImportDeclaration, { files, wholes }: Context): string[] {
  const from = String(source.value);
  const file = from.startsWith('./') ? files[from.slice(2)] : undefined;
  if (file !== undefined)
    return [obstacleInJs(file, without(files, from.slice(2)))?.replace(/^It uses (.*)\.$/u, '$1')].flatMap(
      (found) => found ?? [],
    );
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
