import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker } from '../src/worker.js';

// A queue that hands out its jobs, then waits for the signal.
function queueOf(...jobs) {
  const log = [];
  return {
    log,
    take: async (signal) =>
      jobs.shift() ??
      new Promise((resolve) =>
        signal.addEventListener('abort', () => resolve(undefined)),
      ),
    acknowledge: async (job) => log.push(`${job} done`),
    giveBack: async (job) => log.push(`${job} given back`),
  };
}

test('the job in hand is finished, and the next one is left in the queue', async () => {
  const queue = queueOf('invoice 1', 'invoice 2');
  const worker = startWorker(queue, () => sleep(100));
  await sleep(20);
  await worker.stop();
  assert.deepEqual(queue.log, ['invoice 1 done']);
});

test('a job that fails is given back, and the worker goes on', async () => {
  const queue = queueOf('bad', 'good');
  const handle = async (job) => {
    if (job === 'bad') throw new Error('no such invoice');
  };
  const worker = startWorker(queue, handle, () => {});
  await sleep(20);
  await worker.stop();
  assert.deepEqual(queue.log, ['bad given back', 'good done']);
});

test('a worker that waits for a job stops at once', async () => {
  const queue = queueOf();
  const worker = startWorker(queue, () => sleep(100));
  await sleep(20);
  await worker.stop();
  assert.deepEqual(queue.log, []);
});

test('a job that arrives together with the stop is given back', async () => {
  const queue = queueOf();
  queue.take = () => sleep(50, 'invoice 1');
  const worker = startWorker(queue, () => sleep(100));
  await worker.stop();
  assert.deepEqual(queue.log, ['invoice 1 given back']);
});
