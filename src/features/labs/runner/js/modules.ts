import { type Node, parse } from 'acorn';
import { simple } from 'acorn-walk';
import type { RunError } from '../protocol.ts';

/** An error in a file that is found before anything runs. */
export class ModuleError extends Error {
  readonly error: RunError;

  constructor(error: RunError) {
    super(error.message);
    this.error = error;
  }
}

/** Where a module's source names another one. */
interface Mention {
  readonly from: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** The addresses of a program whose files can be imported: that of its main file, and the file behind each. */
export type LinkedProgram = ReturnType<typeof linkProgram>;

interface LinkOptions {
  readonly files: Readonly<Record<string, string>>;
  readonly main: string;
  /** The address of a module that the runner offers (`node:assert`), or undefined. */
  readonly builtin: (name: string) => string | undefined;
  /** Makes an address that can be imported; twice the same source gives two modules. */
  readonly toAddress: (source: string) => string;
}

/**
 * Gives every file of a program its own address, and makes imports name these addresses. Line numbers stay the same. Each
 * call makes a new instance of all files, with its own state.
 */
export function linkProgram({ files, main, builtin, toAddress }: LinkOptions) {
  const addresses = new Map<string, string>();
  const link = (file: string, above: readonly string[]): string => {
    const known = addresses.get(file);
    if (known !== undefined) return known;
    const resolve = ({ from, line }: Mention): string => {
      const target = from.replace(/^\.\//u, '');
      const isThere = from.startsWith('./') && files[target] !== undefined;
      if (!isThere) throw new ModuleError({ message: missingText(from, Object.keys(files)), file, line });
      const message = `${file} and ${target} import each other, which is not possible here.`;
      if (target === file || above.includes(target)) throw new ModuleError({ message, file, line });
      return link(target, [...above, file]);
    };
    const source = files[file] ?? '';
    const linked = mentionsIn(file, source).reduceRight((text, mention) => {
      const address = builtin(mention.from) ?? resolve(mention);
      return `${text.slice(0, mention.start)}${JSON.stringify(address)}${text.slice(mention.end)}`;
    }, source);
    const address = toAddress(linked);
    addresses.set(file, address);
    return address;
  };
  const address = link(main, []);
  return { main: address, fileOf: new Map([...addresses].map(([file, at]) => [at, file])) };
}

function missingText(from: string, files: readonly string[]): string {
  if (from.startsWith('.')) return `There is no file "${from}" here. There is: ${files.join(', ')}.`;
  return `The module "${from}" cannot be used in the page: there are no packages here, and only some of Node's modules.`;
}

/** By source: each check links the program again. */
const knownMentions = new Map<string, readonly Mention[]>();

/**
 * What a module imports, in the order of its source.
 * @throws ModuleError with the line of a syntax error, which browsers don't report.
 */
function mentionsIn(file: string, source: string): readonly Mention[] {
  const known = knownMentions.get(source);
  if (known) return known;
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
  mentions.sort((a, b) => a.start - b.start);
  knownMentions.set(source, mentions);
  return mentions;
}

type SourceNode = Node & { readonly value?: unknown };

function parseSource(file: string, source: string) {
  try {
    return parse(source, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true });
  } catch (error) {
    if (!(error instanceof SyntaxError) || !('loc' in error)) throw error;
    const { line } = error.loc as { line: number };
    const message = `SyntaxError: ${error.message.replace(/ \(\d+:\d+\)$/u, '')}`;
    throw new ModuleError({ message, file, line });
  }
}

const lineAt = (source: string, offset: number) => source.slice(0, offset).split('\n').length;
