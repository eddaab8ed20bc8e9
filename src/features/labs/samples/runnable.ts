import { type Identifier, type ImportDeclaration, type MemberExpression, type Node, parse } from 'acorn';
import { simple } from 'acorn-walk';
import type { Sample } from '#content/corpus.ts';
import { builtinNames } from '../runner/js/builtins.ts';
import type { Engine } from '../runner/protocol.ts';
import type { RunnableSample } from './job.ts';
import { isNoRun, isOnlyShown, needsOf, savedAs } from './sample-words.ts';

/** Whether a sample runs in the page, and why not. */
export type Verdict =
  | { readonly sample: Sample; readonly runs: RunnableSample }
  | { readonly sample: Sample; readonly reason: string };

const engineOf: Readonly<Record<string, Engine>> = { js: 'js', javascript: 'js', sql: 'sql', python: 'python' };

/** Looks at the samples of one page that could run by their language; others have no verdict. */
export function verdictsOf(samples: readonly Sample[]): readonly Verdict[] {
  const listed = samples.filter(({ language }) => language !== 'mermaid');
  return listed.flatMap((sample, at): Verdict[] => {
    const engine = engineOf[sample.language];
    if (!engine || isOnlyShown(sample)) return [];
    const files = filesAbove(listed, at);
    const codes = Object.fromEntries(Object.entries(files).map(([name, place]) => [name, listed[place]?.code ?? '']));
    const reason = obstacleOf(sample, { engine, files: codes });
    if (reason !== undefined) return [{ sample, reason }];
    const before = engine === 'sql' ? placesOfSql(listed.slice(0, at)) : [];
    return [{ sample, runs: { at, engine, before, files } }];
  });
}

const placesOfSql = (samples: readonly Sample[]) =>
  samples.flatMap((sample, at) => (engineOf[sample.language] === 'sql' && !isOnlyShown(sample) ? [at] : []));

/** The files that samples above are saved as. */
function filesAbove(samples: readonly Sample[], at: number): Record<string, number> {
  const saved = samples.slice(0, at).flatMap((sample, place): [string, number][] => {
    const name = savedAs(sample);
    return name === undefined ? [] : [[name, place]];
  });
  return Object.fromEntries(saved);
}

function obstacleOf(
  sample: Sample,
  { engine, files }: { engine: Engine; files: Readonly<Record<string, string>> },
): string | undefined {
  if (isNoRun(sample)) return 'The page says no-run.';
  if (/\bfrom=\S+#/u.test(sample.meta)) return 'It is a part of a file of the example project.';
  const needs = needsOf(sample);
  if (needs.length > 0) return `It needs ${needs.join()}.`;
  if (engine === 'sql') return undefined;
  const prints = sample.output !== undefined || /\b(?:console\.|process\.stdout|print\()/u.test(sample.code);
  try {
    const missing = engine === 'js' ? missingInJs(sample.code, files) : missingInPython(sample.code, files);
    if (missing.length > 0) return `It uses ${[...new Set(missing)].join(', ')}.`;
  } catch (error) {
    if (error instanceof SyntaxError) return `It is no module: ${error.message}.`;
    throw error;
  }
  return prints ? undefined : 'It prints nothing.';
}

/**
 * Modules that come with Python and run in the page. Everything else is a package, or needs what the page lacks: threads,
 * processes, sockets, a terminal, or C libraries.
 */
const standard: ReadonlySet<string> = new Set(
  'abc argparse array ast asyncio atexit base64 bisect calendar collections colorsys contextlib contextvars copy csv dataclasses datetime decimal difflib dis email enum errno fnmatch fractions functools gc gettext glob graphlib gzip hashlib heapq hmac html importlib inspect io ipaddress itertools json keyword linecache locale logging math mimetypes numbers operator os pathlib pickle platform pprint queue random re reprlib sched secrets shelve shlex shutil statistics string struct sys tempfile textwrap time timeit token tokenize tomllib traceback types typing unicodedata unittest urllib uuid warnings weakref xml zipfile zlib __future__'.split(
    ' ',
  ),
);

/** What a Python sample uses that the page lacks. */
function missingInPython(code: string, files: Readonly<Record<string, string>>): string[] {
  const threads = code.match(/\b(?:to_thread|run_in_executor|pbkdf2_hmac|scrypt)\b/gu) ?? [];
  const imported = [...code.matchAll(/^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import|import[ \t]+([\w., \t]+))/gmu)].flatMap(
    ([, from, names]) => (from ?? names ?? '').split(',').map((name) => name.trim().split(/\s+/u)[0] ?? ''),
  );
  const missing = imported.filter((name) => {
    const [top = ''] = name.split('.');
    return name === 'urllib.request' || !(standard.has(top) || files[`${top}.py`] !== undefined);
  });
  const below = imported.flatMap((name) => missingInPython(files[`${name}.py`] ?? '', {}));
  return [...threads, ...missing, ...below];
}

/** What the `process` and the `performance` of programs in the page have. */
const members: Readonly<Record<string, ReadonlySet<string>>> = {
  process: new Set(['argv', 'env', 'exitCode', 'platform', 'hrtime', 'uptime', 'stdout', 'stderr']),
  performance: new Set(['now', 'timeOrigin', 'mark', 'measure']),
};

/** Names that only Node.js has. */
const absent: ReadonlySet<string> = new Set(['require', '__dirname', '__filename', 'global', 'gc']);

/** What a JavaScript sample uses that the page lacks. @throws SyntaxError when it is no module. */
function missingInJs(code: string, files: Readonly<Record<string, string>>): string[] {
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

/** Without a file that has been looked at, so that circular imports end. */
const without = (files: Context['files'], name: string) =>
  Object.fromEntries(Object.entries(files).filter(([each]) => each !== name));

function missingMember({ object, property, computed }: MemberExpression, wholes: Context['wholes']): string[] {
  if (computed || !isIdentifier(object) || !isIdentifier(property)) return [];
  const known = wholes.get(object.name) ?? members[object.name];
  return !known || known.has(property.name) ? [] : [`${object.name}.${property.name}`];
}

const isIdentifier = (node: Node): node is Identifier => node.type === 'Identifier';
