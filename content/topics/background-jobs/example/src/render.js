import { setTimeout as sleep } from 'node:timers/promises';

const duration = Number(process.env.RENDER_MS ?? 3_000);

/** Stands for a slow PDF renderer; stops when the signal says so. */
export async function render({ account, month }, signal) {
  await sleep(duration, undefined, { signal });
  return `Statement of account ${account} for ${month}`;
}
