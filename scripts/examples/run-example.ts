import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../run-program.ts';

/** What running an example project came to. */
export interface ExampleResult {
  /** `not run`: this machine lacks the toolchain, or the packages cannot be installed here. */
  readonly outcome: 'passed' | 'failed' | 'not run';
  /** The command that decided it, with what it printed when it failed; or what an example passed with. */
  readonly reason: string;
}

interface Step {
  readonly command: readonly [string, ...string[]];
  /** A step that only prepares: when it fails, the example cannot be run here. */
  readonly isSetup?: boolean;
  /** A formatter that not every machine has. */
  readonly isOptional?: boolean;
  /** A formatter that ends well and prints the files that are not as it would have them. */
  readonly saysNothing?: boolean;
}

/** The detector of data races needs a C compiler, which not every machine has. */
const canRace = spawnSync('go', ['env', 'CGO_ENABLED'], { encoding: 'utf8' }).stdout?.trim() === '1';

/** How each ecosystem is installed, formatted and tested, by the file that its projects have. */
const ecosystems: readonly (readonly [file: RegExp, steps: readonly Step[]])[] = [
  [/^manage\.py$/u, [{ command: ['python3', 'manage.py', 'test'] }]],
  [
    /^package\.json$/u,
    [
      { command: ['npm', 'install', '--no-audit', '--no-fund', '--no-package-lock'], isSetup: true },
      { command: ['npm', 'run', '--if-present', 'format'] },
      { command: ['npm', 'test'] },
    ],
  ],
  [
    /^go\.mod$/u,
    [
      { command: ['gofmt', '-l', '.'], isOptional: true, saysNothing: true },
      { command: ['go', 'vet', './...'] },
      { command: ['go', 'test', ...(canRace ? ['-race'] : []), './...'] },
    ],
  ],
  [
    /^Cargo\.toml$/u,
    [{ command: ['cargo', 'fmt', '--check'], isOptional: true }, { command: ['cargo', 'test', '--quiet'] }],
  ],
  [/^pom\.xml$/u, [{ command: ['mvn', '--quiet', '--batch-mode', 'test'] }]],
  [
    /^composer\.json$/u,
    [
      { command: ['php', join(import.meta.dirname, 'install-php-packages.php')], isSetup: true },
      { command: ['php', 'vendor/bin/phpunit'] },
    ],
  ],
  [/\.slnx$/u, [{ command: ['sh', '-c', 'dotnet format --verify-no-changes && dotnet run --project tests/*'] }]],
  [
    /^(?:pyproject\.toml|requirements\.txt)$/u,
    [
      { command: ['ruff', 'format', '--check', '.'], isOptional: true },
      { command: ['python3', '-m', 'pytest', '--quiet'] },
    ],
  ],
  [/^test\.sh$/u, [{ command: ['sh', 'test.sh'] }]],
];

/** Marks that say a step failed because of the machine: no toolchain or one that is too old, no package, no network. */
const lacking = new RegExp(
  [
    '^skipped: |ModuleNotFoundError|No module named|Missing required plugins|Could not resolve dependencies|Non-resolvable|could not be resolved',
    ':(?: line)? \\d+: \\S+: (?:command )?not found|NU1[13]01|Restore operation failed|failed to (?:download|get|fetch)|dial tcp: lookup|Could not (?:transfer|resolve host)|not in GOROOT|no required module',
    "Couldn't connect|release version \\d+ not supported|invalid target release|requires go >=|requires rustc",
    'Cannot find matching toolchain|-race is only supported|does not support targeting|is not installed|spawn \\S+ ENOENT|is Redis running',
  ].join('|'),
  'u',
);

/** Node.js lists a file by its name if no test of it ran, and may end well: what starts PostgreSQL can end the process. */
const ranNoTest = /^(?:✔|ok \d+ -) \S*\.test\.[cm]?[jt]s\b/mu;

/** Runs the steps of the first ecosystem that a folder belongs to. */
export async function runExample(folder: string): Promise<ExampleResult> {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((item) => item.isDirectory());
  const places = [folder, ...folders.map(({ name }) => join(folder, name))];
  const found = places.flatMap((place) => {
    const files = readdirSync(place);
    const steps = ecosystems.find(([file]) => files.some((name) => file.test(name)))?.[1];
    return steps ? [{ place, steps, isDjango: files.includes('manage.py') }] : [];
  });
  // A Django project lies in a folder of its own, beside the requirements.
  const project = found.find(({ isDjango }) => isDjango) ?? found.find(({ place }) => place === folder);
  if (!project) return { outcome: 'failed', reason: 'no package.json, go.mod, pyproject.toml, test.sh or the like' };
  let note = '';
  for (const { command, isSetup, isOptional, saysNothing } of project.steps) {
    const { status, output } = await runProgram(command, { cwd: project.place, seconds: 300 });
    const printed = output.trim();
    if (isSetup && command[0] === 'php') note = printed;
    if (status === 0 && !(saysNothing && printed) && !ranNoTest.test(printed)) continue;
    if (isOptional && printed.endsWith('is not installed')) continue;
    const lines = printed.split('\n');
    const lack = lines.find((line) => lacking.test(line));
    if (lack) return { outcome: 'not run', reason: `${command.join(' ')}: ${lack.trim()}` };
    return {
      outcome: isSetup ? 'not run' : 'failed',
      reason: `${command.join(' ')}:\n${lines.slice(-80).join('\n')}`,
    };
  }
  return { outcome: 'passed', reason: note };
}
