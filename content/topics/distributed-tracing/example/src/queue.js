// A queue with one worker. The messages are text, as in a real broker.
import { setTimeout as sleep } from 'node:timers/promises';
import { context, propagation, SpanKind, trace } from '@opentelemetry/api';
import { markFailed } from './failed.js';

const tracer = trace.getTracer('queue');
const messages = [];

// #region publish
export function publish(payload) {
  return tracer.startActiveSpan(
    'send notices',
    { kind: SpanKind.PRODUCER },
    (span) => {
      const headers = {};
      propagation.inject(context.active(), headers); // adds traceparent
      messages.push(JSON.stringify({ headers, payload }));
      span.end();
    },
  );
}

function consume(text, work) {
  const { headers, payload } = JSON.parse(text);
  const parent = propagation.extract(context.active(), headers);
  return tracer.startActiveSpan(
    'process notices',
    { kind: SpanKind.CONSUMER },
    parent,
    async (span) => {
      try {
        await work(payload);
      } catch (error) {
        markFailed(span, error); // a real queue would deliver it again
      } finally {
        span.end();
      }
    },
  );
}
// #endregion publish

/** The worker's loop. It starts with the service, outside of any request. */
export async function startWorker(work, signal) {
  while (!signal.aborted || messages.length > 0) {
    if (messages.length > 0) await consume(messages.shift(), work);
    else await sleep(10);
  }
}
