import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import * as before from '../before/appointments/index.js';
import * as after from '../src/appointments/index.js';

const visit = (ageInMonths) => ({
  animal: { species: 'dog', ageInMonths },
  medicines: ['rabies vaccine'],
  cents: 5001,
});

const project = join(import.meta.dirname, '..');

const depcruise = (folder, cwd = project) =>
  spawnSync(join(project, 'node_modules/.bin/depcruise'), [folder], {
    encoding: 'utf8',
    cwd,
  });

/** Checks a copy of src/ with one more file. */
function withFile(path, code) {
  const copy = mkdtempSync(join(tmpdir(), 'clinic-'));
  try {
    for (const name of ['src', '.dependency-cruiser.cjs', 'package.json'])
      cpSync(join(project, name), join(copy, name), { recursive: true });
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), code);
    return depcruise('src', copy).stdout;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

for (const [name, { finish }] of Object.entries({ before, after }))
  test(`${name}: a puppy gets 20% off, and an older dog does not`, () => {
    assert.deepEqual(finish(visit(5)), { cents: 4001 });
    assert.deepEqual(finish(visit(12)), { cents: 5001 });
  });

test('the modules in src/ keep their boundaries', () => {
  const { status, stdout } = depcruise('src');
  assert.equal(status, 0, stdout);
});

test('the rules find what was wrong before', () => {
  const { status, stdout } = depcruise('before');
  assert.notEqual(status, 0);
  for (const found of [
    /pharmacy-uses-only.*label\.js → before\/billing\/money\.js/,
    /only-through-the-index.*label\.js → before\/billing\/money\.js/,
    /billing-uses-only.*discount\.js → before\/appointments\/age\.js/,
    /only-through-the-index.*discount\.js → before\/appointments\/age\.js/,
  ])
    assert.match(stdout, found);
});

for (const [path, code, rule] of [
  [
    'src/main.js',
    "import './billing/invoice.js';",
    'main-only-through-the-index',
  ],
  [
    'src/reports/index.js',
    "import '../billing/index.js';",
    'every-module-is-declared',
  ],
  [
    'src/pharmacy/later.js',
    "export default () => import('../billing/index.js');",
    'pharmacy-uses-only',
  ],
  [
    'src/shared/tax.js',
    "import '../billing/index.js';",
    'every-module-is-declared',
  ],
  [
    'src/pharmacy/price.ts',
    "import type { Cents } from '../billing/index.js';",
    'pharmacy-uses-only',
  ],
  [
    'src/pharmacy/alias.js',
    "import '@/billing/index.js';",
    'every-import-is-found',
  ],
])
  test(`${path} breaks ${rule}`, () => {
    assert.match(withFile(path, code), new RegExp(`error ${rule}`));
  });

test('main.js may use the modules through their index', () => {
  const code = "import './billing/index.js';\nimport './shared/round.js';";
  assert.match(withFile('src/main.js', code), /no dependency violations/);
});
