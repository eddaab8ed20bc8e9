import { type Node, parse } from 'acorn';
import { simple } from 'acorn-walk';
import type { RunError } from '../protocol.ts';

/** A problem with a file that is found before anything runs. */
export class ModuleError extends Error {
  readonly error: RunError;

  constructor(error: RunError) {
    super(error.message);
    this.error = error;
  }
}

/** Where a module's source mentions another one. */
interface Mention {
  readonly from: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

interface Parsed {
  readonly source: string;
  readonly mentions: readonly Mention[];
}

/** What stands for the files of a program once they can be imported. */
export interface LinkedProgram {
  readonly main: string;
  /** The file behind each address. */
  readonly fileOf: ReadonlyMap<string, string>;
}

interface LinkOptions {
  readonly files: Readonly<Record<string, string>>;
  readonly main: string;
  /** The address of a module that the runner offers (`node:assert`), or undefined. */
  readonly builtin: (name: string) => string | undefined;
  /** Makes an address that can be imported; twice the same source gives two modules. */
  readonly toAddress: (source: string) => string;
}

/**
 * Gives every file of a program an address of its own, and lets their imports name these. Lines stay where they are.
 * Calling it again gives a second instance of all files, with a state of their own.
 */
export function linkProgram({ files, main, builtin, toAddress }: LinkOptions): LinkedProgram {
  const addresses = new Map<string, string>();
  const link = (file: string, above: readonly string[]): string => {
    const known = addresses.get(file);
    if (known !== undefined) return known;
    const { source, mentions } = parseModule(file, files[file] ?? '');
    const linked = mentions.toReversed().reduce((text, { from, start, end, line }) => {
      const address = builtin(from) ?? resolve({ from, file, line });
      return `${text.slice(0, start)}${JSON.stringify(address)}${text.slice(end)}`;
    }, source);
    const address = toAddress(linked);
    addresses.set(file, address);
    return address;

    function resolve(place: { from: string; file: string; line: number }): string {
      const target = place.from.replace(/^\.\//u, '');
      const isThere = place.from.startsWith('./') && files[target] !== undefined;
      if (!isThere) throw new ModuleError({ message: missingText(place.from, Object.keys(files)), ...where(place) });
      if (target === file || above.includes(target))
        throw new ModuleError({
          message: `${file} and ${target} import each other, which is not possible here.`,
          ...where(place),
        });
      return link(target, [...above, file]);
    }
  };
  const address = link(main, []);
  return { main: address, fileOf: new Map([...addresses].map(([file, at]) => [at, file])) };
}

const where = ({ file, line }: { file: string; line: number }) => ({ file, line });

function missingText(from: string, files: readonly string[]): string {
  if (from.startsWith('.')) return `There is no file "${from}" here. There is: ${files.join(', ')}.`;
  return `The module "${from}" cannot be used in the page: there are no packages here, and only some of Node's modules.`;
}

const parsedModules = new Map<string, Parsed>();

/** @throws ModuleError with the line for a syntax error, which a browser does not tell. */
function parseModule(file: string, source: string): Parsed {
  const known = parsedModules.get(file);
  if (known?.source === source) return known;
  const mentions: Mention[] = [];
  const mention = (node: SourceNode | null | undefined) => {
    if (typeof node?.value !== 'string') return;
    mentions.push({ from: node.value, start: node.start, end: node.end, line: lineAt(source, node.start) });
  };
  simple(parseSource(file, source), {
    ImportDeclaration: ({ source: from }) => mention(from),
    ExportNamedDeclaration: ({ source: from }) => mention(from),
    ExportAllDeclaration: ({ source: from }) => mention(from),
    ImportExpression: ({ source: from }) => mention(from as SourceNode),
  });
  const parsed = { source, mentions: mentions.toSorted((a, b) => a.start - b.start) };
  parsedModules.set(file, parsed);
  return parsed;
}

type SourceNode = Node & { readonly value?: unknown };

function parseSource(file: string, source: string) {
  try {
    return parse(source, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true });
  } catch (error) {
    if (!(error instanceof SyntaxError) || !('loc' in error)) throw error;
    const { line, column } = error.loc as { line: number; column: number };
    const message = `SyntaxError: ${error.message.replace(/ \(\d+:\d+\)$/u, '')}`;
    throw new ModuleError({ message, file, line, column: column + 1 });
  }
}

const lineAt = (source: string, offset: number) => source.slice(0, offset).split('\n').length;
