import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { reviewChanges } from '../src/changes.js';

const project = join(import.meta.dirname, '..');
const path = (name) => join(project, 'test', 'locks', `${name}.json`);
const read = (name) => JSON.parse(readFileSync(path(name), 'utf8'));

function lint(name) {
  const { scripts } = JSON.parse(readFileSync(join(project, 'package.json')));
  const [, ...args] = scripts.gate.split(' ');
  const bin = join(project, 'node_modules/lockfile-lint/bin/lockfile-lint.js');
  const { status } = spawnSync('node', [bin, ...args, path(name)]);
  return status === 0 ? 'passes' : 'fails';
}

// #region cases
const cases = {
  before: ['passes'],
  update: ['passes'],
  git: [
    'fails',
    'BLOCK maps@0.0.3: has no hash',
    'LOOK  maps@0.0.3: is new in the tree',
  ],
  http: ['fails'],
  'other-host': ['fails'],
  'other-package': ['fails'],
  'weak-hash': ['fails'],
  'other-path': ['passes', 'BLOCK wind@1.0.1: has a disguised URL'],
  'no-hash': ['passes', 'BLOCK wind@1.0.1: has no hash'],
  'other-content': ['passes', 'BLOCK wind@1.0.0: same version, other content'],
  'claims-bundled': ['passes', 'BLOCK wind@1.0.1: has no hash'],
  'claims-bundled-2': ['passes', 'BLOCK wind@1.0.1: has no hash'],
  bundled: [
    'passes',
    'LOOK  leap@1.0.0: comes inside another package',
    'LOOK  leap@1.0.0: is new in the tree',
  ],
  link: ['passes', 'BLOCK wind@-: is a link to a folder now'],
  'new-script': [
    'passes',
    'LOOK  dates@2.3.8: wants to run a script at install',
  ],
};
for (const [name, [linter, ...notes]] of Object.entries(cases)) {
  test(`${name}: the linter ${linter}, notes: ${notes.length}`, () => {
    assert.equal(lint(name), linter);
    assert.deepEqual(reviewChanges(read('before'), read(name)), notes);
  });
}
// #endregion cases

test('the review fails the build only for what is blocked', () => {
  const review = (name) =>
    spawnSync('node', ['src/review.js', path('before'), path(name)], {
      cwd: project,
    }).status;
  assert.equal(review('no-hash'), 1);
  assert.equal(review('new-script'), 0);
});

test('a new entry without a version does not end the review', () => {
  const after = read('before');
  after.packages['node_modules/odd'] = { integrity: 'sha512-x' };
  const [note] = reviewChanges(read('before'), after);
  assert.equal(note, 'LOOK  odd@-: is new in the tree');
});

test('workspaces and links of your own are not reported', () => {
  const after = read('before');
  after.packages['packages/ui'] = { version: '1.0.0' };
  after.packages['node_modules/ui'] = { resolved: 'packages/ui', link: true };
  assert.deepEqual(reviewChanges(read('before'), after), []);
});
