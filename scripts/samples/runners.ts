import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProgramResult, runProgram } from '../run-program.ts';

interface Toolchain {
  /** The name the report uses. */
  readonly name: string;
  readonly file: string;
  /** The shell command that runs the file; `$NODE` is the Node binary of this process. */
  readonly command: string;
  /** A command that prints the version when the toolchain is installed. */
  readonly probe: readonly [string, ...string[]];
  /** A shell command that succeeds when the library `$1` is installed. */
  readonly findLibrary?: string;
}

/** Languages that run as programs, by the name behind a code fence. */
const toolchains: Readonly<Record<string, Toolchain>> = {
  js: { name: 'JavaScript', file: 'sample.mjs', command: '"$NODE" sample.mjs', probe: [process.execPath, '--version'] },
  ts: { name: 'TypeScript', file: 'sample.mts', command: '"$NODE" sample.mts', probe: [process.execPath, '--version'] },
  python: {
    name: 'Python',
    file: 'sample.py',
    command: 'python3 sample.py',
    probe: ['python3', '--version'],
    findLibrary: 'python3 -c "import $1"',
  },
  sh: {
    name: 'Shell',
    file: 'sample.sh',
    command: 'bash sample.sh',
    probe: ['bash', '--version'],
    // What a shell sample may need is a system ("linux") or a program ("php").
    findLibrary: '[ "$(uname | tr A-Z a-z)" = "$1" ] || command -v "$1"',
  },
  go: {
    name: 'Go',
    file: 'sample.go',
    command: 'go run sample.go',
    probe: ['go', 'version'],
    findLibrary: 'go list "$1"',
  },
  rust: {
    name: 'Rust',
    file: 'sample.rs',
    command: 'rustc --edition 2021 -o sample sample.rs && ./sample',
    probe: ['rustc', '--version'],
  },
  java: { name: 'Java', file: 'Sample.java', command: 'java Sample.java', probe: ['java', '--version'] },
  php: {
    name: 'PHP',
    file: 'sample.php',
    command: 'php sample.php',
    probe: ['php', '--version'],
    findLibrary: `php -r 'exit((int) !stream_resolve_include_path("$argv[1]/autoload.php"));' "$1"`,
  },
  csharp: { name: 'C#', file: 'Sample.cs', command: 'dotnet run Sample.cs', probe: ['dotnet', '--version'] },
};

/** The language's name in reports, or undefined when samples in it are never run. */
export function languageName(fence: string): string | undefined {
  return fence === 'sql' ? 'SQL' : toolchains[fence]?.name;
}

/**
 * Whether samples of the language can be run on this machine.
 * @param needs what a sample asks for beyond the language: a library ("django") or a version ("1.22").
 */
export function canRun(fence: string, needs: readonly string[]): boolean {
  const toolchain = toolchains[fence];
  if (!toolchain) return fence === 'sql';
  const version = installedVersion(toolchain);
  return version !== undefined && needs.every((need) => meets(need, { toolchain, version }));
}

const versions = new Map<string, string | undefined>();

/** The toolchain's version as "major.minor", or undefined when it is not installed. */
function installedVersion({ name, probe }: Toolchain): string | undefined {
  if (!versions.has(name)) {
    const [command, ...args] = probe;
    const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
    versions.set(name, status === 0 ? (/\d+(?:\.\d+)?/u.exec(stdout)?.[0] ?? '0') : undefined);
  }
  return versions.get(name);
}

const libraries = new Map<string, boolean>();

function meets(need: string, { toolchain, version }: { toolchain: Toolchain; version: string }): boolean {
  if (/^\d+(?:\.\d+)?$/u.test(need)) return version.localeCompare(need, 'en', { numeric: true }) >= 0;
  const key = `${toolchain.name} ${need}`;
  const { findLibrary } = toolchain;
  const known =
    libraries.get(key) ??
    (findLibrary !== undefined && spawnSync('sh', ['-c', findLibrary, 'sh', need], { stdio: 'ignore' }).status === 0);
  libraries.set(key, known);
  return known;
}

interface Program {
  readonly code: string;
  readonly folder: string;
  readonly seconds: number;
  /** Variables beside those of this process. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Runs a sample as a program in the folder; standard output and error arrive as one text, in the order they were written. */
export function runSample(fence: string, { code, folder, seconds, environment }: Program): Promise<ProgramResult> {
  const toolchain = toolchains[fence];
  if (!toolchain) throw new Error(`No toolchain is known for "${fence}".`);
  writeFileSync(join(folder, toolchain.file), code);
  const env = { NODE: process.execPath, NODE_NO_WARNINGS: '1', TZ: 'UTC', LC_ALL: 'C.UTF-8', ...environment };
  return runProgram(['sh', '-c', `exec 2>&1; ${toolchain.command}`], { cwd: folder, seconds, env });
}
