import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { judge } from './judge.js';

/** A command of HAProxy's runtime API. */
export function haproxy(command) {
  const socket = connect(7499, '127.0.0.1', () => socket.end(`${command}\n`));
  return text(socket);
}

// #region share
export async function setShare(percent) {
  const answer = await haproxy(`set map share.map share ${percent}`);
  if (answer.trim()) throw new Error(answer.trim());
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
  steps = [5, 25, 50],
  patience = 60_000,
  pause = 1000,
  log = console.log,
} = {}) {
  try {
    for (const share of steps) {
      await setShare(share);
      const before = await counters();
      const deadline = Date.now() + patience;
      let verdict, old, fresh;
      do {
        await sleep(pause);
        const now = await counters();
        old = difference(now.old, before.old);
        fresh = difference(now.new, before.new);
        verdict = judge(old, fresh);
      } while (verdict === 'wait' && Date.now() < deadline);
      const { requests, errors } = fresh;
      log(`${share}%: ${requests} requests, ${errors} errors: ${verdict}`);
      if (verdict !== 'go on') throw new Error(`stopped at ${share}%`);
    }
    await setShare(100);
    return true;
  } catch (error) {
    await setShare(0); // whatever went wrong, the way back is the same
    log(`${error.message}, everyone is on the old version`);
    return false;
  }
}
// #endregion rollout

const difference = (now, before) => ({
  requests: now.requests - before.requests,
  errors: now.errors - before.errors,
});
