// Runs deploy.sh in a temporary folder. Instead of systemd, a script stops the
// old process and starts the new one.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

const deployScript = resolve('deploy/deploy.sh');
const isSupported = spawnSync('flock', ['--version']).status === 0;
const options = { skip: !isSupported && 'needs Linux with flock' };
const health = 'http://127.0.0.1:38417/health';
let root;
let work;

const git = (...args) =>
  execFileSync('git', ['-C', work, ...args], { encoding: 'utf8' }).trim();

function commit(server) {
  writeFileSync(join(work, 'src/server.js'), server);
  git('add', '.');
  git('commit', '--quiet', '--allow-empty', '-m', 'change');
  return git('rev-parse', 'HEAD');
}

const working = (text) => `// ${text}
import { createServer } from 'node:http';
createServer((req, res) => res.end(process.env.COMMIT)).listen(38417, '127.0.0.1');
`;

function deploy(version, restart = `bash ${join(root, 'restart.sh')}`) {
  const app = join(root, 'app');
  const env = {
    ...process.env,
    APP: app,
    HEALTH: health,
    RESTART: restart,
  };
  return spawnSync('bash', [deployScript, version], { env, encoding: 'utf8' });
}

const running = async () => (await fetch(health)).text();

before(() => {
  if (!isSupported) return;
  root = mkdtempSync(join(tmpdir(), 'deploy-'));
  work = join(root, 'work');
  mkdirSync(join(work, 'src'), { recursive: true });
  mkdirSync(join(root, 'app/releases'), { recursive: true });
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.email', 'you@example.com');
  git('config', 'user.name', 'You');
  const pkg = { name: 'x', version: '1.0.0', type: 'module' };
  writeFileSync(join(work, 'package.json'), JSON.stringify(pkg));
  const lock = { ...pkg, lockfileVersion: 3, packages: { '': pkg } };
  writeFileSync(join(work, 'package-lock.json'), JSON.stringify(lock));
  commit(working('one'));
  execFileSync('git', [
    'clone',
    '--quiet',
    '--mirror',
    work,
    join(root, 'app/repo'),
  ]);
  writeFileSync(
    join(root, 'restart.sh'),
    `cd ${join(root, 'app/current')}
[ -f ${root}/pid ] && kill $(cat ${root}/pid) 2> /dev/null && sleep 0.3
set -a; . ./release.env
node src/server.js > ${root}/log 2>&1 9>&- &
echo $! > ${root}/pid
`,
  );
});

after(() => {
  if (!isSupported) return;
  spawnSync('bash', ['-c', `kill $(cat ${root}/pid)`]);
  rmSync(root, { recursive: true, force: true });
});

test(
  'deploys, updates, returns from a broken version, rolls back',
  options,
  async () => {
    const first = git('rev-parse', 'HEAD');
    const one = deploy('main');
    assert.equal(one.status, 0, one.stderr);
    assert.equal(await running(), first);
    const folder = statSync(join(root, 'app/current'));
    assert.equal(folder.mode & 0o777, 0o755); // the service's user reads it

    const second = commit(working('two'));
    assert.equal(deploy('main').status, 0);
    assert.equal(await running(), second);

    commit("throw new Error('WRITE_TOKEN');");
    const broken = deploy('main');
    assert.equal(broken.status, 1);
    assert.match(broken.stderr, new RegExp(`back to ${second}`));
    assert.equal(await running(), second);

    assert.equal(deploy(first.slice(0, 7)).status, 0);
    assert.equal(await running(), first);
  },
);

test('a second deploy at the same time is refused', options, async () => {
  const lock = join(root, 'app/deploy.lock');
  const script = `flock "${lock}" bash "$0" main`;
  const second = spawnSync('bash', ['-c', script, deployScript], {
    env: { ...process.env, APP: join(root, 'app') },
    encoding: 'utf8',
  });
  assert.equal(second.status, 1);
  assert.match(second.stderr, /another deploy is running/);
});

test('a restart that fails leaves the old version', options, async () => {
  const version = await running();
  commit(working('never started'));
  const failed = deploy('main', 'false');
  assert.equal(failed.status, 1);
  assert.match(failed.stderr, /restart failed/);
  assert.equal(await running(), version);
  const current = readlinkSync(join(root, 'app/current'));
  assert.equal(basename(current), version);
});

test(
  'an unknown version and a failed install change nothing',
  options,
  async () => {
    const version = await running();
    assert.notEqual(deploy('no-such-branch').status, 0);
    assert.equal(await running(), version);

    writeFileSync(join(work, 'package-lock.json'), '{');
    commit(working('three'));
    const failed = deploy('main');
    assert.notEqual(failed.status, 0);
    assert.equal(await running(), version);
    const releases = readdirSync(join(root, 'app/releases'));
    assert.ok(!releases.includes(git('rev-parse', 'HEAD')));
  },
);
