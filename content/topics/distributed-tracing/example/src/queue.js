// A queue with one worker. The messages are text, as in a real broker.
import { setTimeout as sleep } from 'node:timers/promises';
import { context, propagation, SpanKind, trace } from '@opentelemetry/api';

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
    (span) => work(payload).finally(() => span.end()),
  );
}
// #endregion publish

/** The worker's loop. It starts with the service, outside of any request. */
export async function startWorker(work) {
  for (;;) {
    if (messages.length > 0) await consume(messages.shift(), work);
    else await sleep(10);
  }
}
