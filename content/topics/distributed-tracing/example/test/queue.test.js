import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { publish, startWorker } from '../src/queue.js';

test('work that fails marks its span, and the worker goes on', async () => {
  const ended = [];
  const processor = {
    onStart() {},
    onEnd: (span) => ended.push(span),
    forceFlush: async () => {},
    shutdown: async () => {},
  };
  new NodeSDK({ spanProcessors: [processor] }).start();

  publish({ flights: [1] });
  publish({ flights: [2] });
  const work = async () => {
    throw new Error('no mailbox');
  };
  await startWorker(work, AbortSignal.abort()); // ends when the queue is empty
  const processed = ended.filter(({ name }) => name === 'process notices');
  assert.deepEqual(
    processed.map(({ status }) => status.code),
    [2, 2],
  );
});
