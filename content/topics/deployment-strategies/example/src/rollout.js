import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { judge } from './judge.js';

const project = join(import.meta.dirname, '..');

/** A command of HAProxy's runtime API. */
export async function haproxy(command) {
  const socket = connect(relative('.', join(project, 'haproxy.sock')));
  socket.setTimeout(2000, () =>
    socket.destroy(new Error('HAProxy does not answer')),
  );
  socket.write(`${command}\n`);
  return await text(socket);
}

// #region share
export async function setShare(percent) {
  const answer = await haproxy(`set map share.map share ${percent}`);
  if (answer.trim()) throw new Error(answer.trim());
  // HAProxy reads the file when it starts.
  await writeFile(join(project, 'share.map'), `share ${percent}\n`);
}
// #endregion share

/** Requests and errors by version, since HAProxy started. */
export async function counters() {
  const [head, ...rows] = (await haproxy('show stat')).trim().split('\n');
  const columns = head.replace('# ', '').split(',');
  const result = {};
  for (const row of rows) {
    const cells = Object.fromEntries(
      row.split(',').map((cell, i) => [columns[i], cell]),
    );
    if (cells.svname === 'BACKEND')
      result[cells.pxname] = {
        requests: Number(cells.req_tot),
        errors: Number(cells.hrsp_5xx),
      };
  }
  return result;
}

// #region rollout
export async function rollOut({
  steps = [5, 25, 50, 100],
  patience = 60_000,
  pause = 1000,
  signal,
  log = console.log,
} = {}) {
  try {
    let compared; // the old version while both had requests
    for (const share of steps) {
      await setShare(share);
      const before = await counters();
      const deadline = Date.now() + patience;
      let verdict, fresh;
      do {
        await sleep(pause, undefined, { signal });
        const now = await counters();
        if (share < 100) compared = difference(now.old, before.old);
        fresh = difference(now.new, before.new);
        verdict = judge(compared, fresh);
      } while (verdict === 'wait' && Date.now() < deadline);
      const { requests, errors } = fresh;
      log(`${share}%: ${requests} requests, ${errors} errors: ${verdict}`);
      if (verdict !== 'go on') throw new Error(`stopped at ${share}%`);
    }
    return true;
  } catch (error) {
    log(error.message);
    await setShare(0); // throws if HAProxy can't be reached: call someone
    log('everyone is on the old version');
    return false;
  }
}
// #endregion rollout

const difference = (now, before) => ({
  requests: now.requests - before.requests,
  errors: now.errors - before.errors,
});
