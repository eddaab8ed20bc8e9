import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startInstance, startPartner } from '../demo/clinic.js';
import { suspects } from '../src/suspects.js';
import { waitingFor } from '../src/waiting.js';

const project = join(import.meta.dirname, '..');
const skip = process.platform !== 'linux' && 'needs /proc';
let instance, partner;
afterEach(() => {
  instance?.kill('SIGKILL');
  partner?.closeAllConnections();
  partner?.close();
});

test('names what the failures have and the others lack', () => {
  const events = [];
  for (let i = 0; i < 900; i++) {
    const client = i % 10 ? 'ios' : 'web'; // nine of ten of all requests
    const species = ['dog', 'cat', 'horse'][i % 3];
    const isBad = species === 'horse' && i % 2 === 0;
    events.push({ client, species, status: isBad ? 500 : 201, ms: i });
  }
  const [first] = suspects(events);
  assert.equal(first.name, 'species=horse');
  assert.equal(first.rate, 0.5);
  assert.equal(first.otherRate, 0);
});

test('a slow response is a failure, too', () => {
  const events = Array.from({ length: 100 }, (_, i) => {
    const clinic = `c${i % 2}`;
    return { clinic, status: 201, ms: clinic === 'c1' ? 3000 : 20 };
  });
  const [first] = suspects(events);
  assert.deepEqual([first.name, first.rate], ['clinic=c1', 1]);
});

test('without the lookup, horses are booked at once', async () => {
  partner = await startPartner();
  const env = { STABLE_LOOKUP: 'off' };
  instance = await startInstance(7541, '4.2.0', 'ignore', env);
  const signal = AbortSignal.timeout(2000); // the lookup would take five
  const url = 'http://127.0.0.1:7541/?species=horse&stable=6';
  await fetch(url, { signal });
});

test('says nothing about values with few requests', () => {
  const events = Array.from({ length: 100 }, () => ({ a: 1, status: 201 }));
  events.push({ a: 2, status: 500 });
  const names = suspects(events).map(({ name }) => name);
  assert.deepEqual(names, ['a=1']);
});

test(
  'the evidence names the partner, and the process lives',
  { skip },
  async () => {
    partner = await startPartner();
    instance = await startInstance(7541, '4.2.0', 'ignore', {
      DATABASE_URL: 'postgres://app:s3cret@db/clinic',
    });
    for (let i = 0; i < 5; i++)
      fetch('http://127.0.0.1:7541/?species=horse&stable=6').catch(() => {});
    await sleep(500);
    const folder = execFileSync('sh', ['evidence.sh', `${instance.pid}`], {
      cwd: project,
      encoding: 'utf8',
    }).trim();
    const file = join(project, folder, 'report.json');
    const report = readFileSync(file, 'utf8');
    assert.deepEqual(waitingFor(JSON.parse(report))[0], ['127.0.0.1:7531', 5]);
    assert.ok(!report.includes('s3cret'));
    assert.ok(existsSync(join(project, folder, 'ps.txt')));
    rmSync(join(project, folder), { recursive: true });
    const { status } = await fetch('http://127.0.0.1:7541/readyz');
    assert.equal(status, 200);
  },
);

for (const [name, code] of [
  ['no handler', 'setInterval(() => {}, 1000)'],
  [
    'a handler that ends it',
    "setInterval(() => {}, 1000); process.on('SIGUSR2', () => process.exit())",
  ],
])
  test(`a process with ${name} survives the script`, { skip }, async () => {
    instance = spawn(process.execPath, ['-e', code], { cwd: project });
    await sleep(500);
    const folder = execFileSync('sh', ['evidence.sh', `${instance.pid}`], {
      cwd: project,
      encoding: 'utf8',
    }).trim();
    await sleep(300);
    assert.equal(instance.signalCode ?? instance.exitCode, null);
    assert.ok(existsSync(join(project, folder, 'fd.txt')));
    assert.ok(!existsSync(join(project, folder, 'report.json')));
    rmSync(join(project, folder), { recursive: true });
  });

const collect = (pid) => {
  const options = { cwd: project, encoding: 'utf8', stdio: 'pipe' };
  return execFileSync('sh', ['evidence.sh', `${pid}`], options).trim();
};

test(
  'another program with the same NODE_OPTIONS gets no signal',
  { skip },
  async () => {
    const env = { ...process.env, NODE_OPTIONS: '--report-on-signal' };
    instance = spawn('sleep', ['60'], { env });
    await sleep(200);
    rmSync(join(project, collect(instance.pid)), { recursive: true });
    await sleep(200);
    assert.equal(instance.signalCode, null);
  },
);

test('an old report is not taken for a new one', { skip }, async () => {
  const code = 'setTimeout(() => { for (;;); }, 100)'; // never writes one
  instance = spawn(process.execPath, ['--report-on-signal', '-e', code], {
    cwd: project,
  });
  await sleep(500);
  const old = join(
    project,
    `report.20260101.000000.${instance.pid}.0.001.json`,
  );
  writeFileSync(old, '{}');
  const { stdout, stderr } = spawnSync(
    'sh',
    ['evidence.sh', `${instance.pid}`],
    { cwd: project, encoding: 'utf8' },
  );
  assert.match(stderr, /no report in /);
  const folder = stdout.trim();
  assert.ok(!existsSync(join(project, folder, 'report.json')));
  for (const path of [old, join(project, folder)])
    rmSync(path, { recursive: true });
});

test('an unknown process is an error with a reason', { skip }, () => {
  assert.throws(() => collect(99_999_999), /no process 99999999/);
});
