import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { createShop } from '../src/server.js';

test('the shop says which commit it runs', async () => {
  const server = createShop({ commit: 'abc123' }).listen(0);
  await once(server, 'listening');
  const url = `http://localhost:${server.address().port}`;
  const response = await fetch(`${url}/version`);
  assert.deepEqual(await response.json(), { commit: 'abc123' });
  assert.equal((await fetch(`${url}/other`)).status, 404);
  server.close();
});

const script = (name) => join(import.meta.dirname, '../scripts', name);
const image = `ghcr.io/museum/tickets@sha256:${'0'.repeat(64)}`;

/** A repository with two commits. */
function createHistory(t) {
  const folder = mkdtempSync(join(tmpdir(), 'commits-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const git = (...args) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();
  const who = ['-c', 'user.name=Jo', '-c', 'user.email=jo@museum.example'];
  const commit = (text) => {
    git(...who, 'commit', '--quiet', '--allow-empty', '-m', text);
    return git('rev-parse', 'HEAD');
  };
  git('init', '--quiet');
  return {
    folder,
    older: commit('Sell tickets'),
    newer: commit('Sell guided tours'),
  };
}

// #region release
test('a release arrives, or says why not', async (t) => {
  const { folder, older, newer } = createHistory(t);
  const deployed = join(folder, 'deployed');
  const deploy = join(folder, 'deploy.sh');
  writeFileSync(deploy, '#!/bin/sh\necho "$1" > deployed\n', { mode: 0o755 });

  const release = async (before, commit, after = commit) => {
    rmSync(deployed, { force: true });
    const shop = createServer((req, res) => {
      const running = existsSync(deployed) ? after : before;
      const wait = running === 'hangs' ? 8_000 : 0;
      setTimeout(() => res.end(JSON.stringify({ commit: running })), wait);
    }).listen(0);
    await once(shop, 'listening');
    const url = `http://localhost:${shop.address().port}`;
    if (before === 'down') shop.close();
    const child = spawn(script('release.sh'), [url, image, commit], {
      cwd: folder,
      env: { ...process.env, DEPLOY: deploy, TRIES: '1' },
    });
    const [errors] = await Promise.all([
      text(child.stderr),
      once(child, 'close'),
    ]);
    shop.close();
    return child.exitCode === 0 ? 'released' : errors.trim();
  };

  assert.equal(await release(older, newer), 'released');
  assert.equal(readFileSync(deployed, 'utf8').trim(), image);
  assert.equal(await release('hangs', newer), 'released');
  assert.equal(await release(undefined, newer), 'released'); // no commit

  assert.match(await release(newer, older), /^refused: /);
  assert.match(await release('unknown', newer), /refused: /);
  assert.equal(existsSync(deployed), false);

  assert.match(await release(older, newer, older), /^the shop still runs /);
  assert.match(await release('down', newer), /the shop still runs nothing$/);
});
// #endregion release

test('only an image named by its digest is deployed', () => {
  const env = { ...process.env, DEPLOY_KEY: 'x' };
  const deploy = (name) =>
    spawnSync(script('deploy.sh'), [name], { env }).status;
  assert.equal(deploy(image), 0);
  assert.equal(deploy('ghcr.io/museum/tickets:latest'), 1);
});
