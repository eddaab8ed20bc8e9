import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBackend } from '../demo/backend.js';
import { startServices } from '../demo/services.js';

/** Runs requests against fresh services and returns the spans by trace. */
async function traces(requests, env) {
  const backend = await startBackend();
  const services = await startServices(backend.url, env);
  for (const [path, headers] of requests) {
    const res = await fetch(`${services.url}${path}`, { headers });
    await res.text();
  }
  await services.stop();
  backend.stop();
  return Object.values(Object.groupBy(backend.spans, (s) => s.traceId));
}

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const incoming = (flags) => ({
  traceparent: `00-${TRACE}-b7ad6b7169203331-${flags}`,
});
const calls = (spans) =>
  spans.filter((span) => span.service === 'flights').length;
const isComplete = (spans) =>
  spans.every(
    ({ parentSpanId }) =>
      !parentSpanId || spans.some(({ spanId }) => spanId === parentSpanId),
  ) && calls(spans) > 0;

test('a lookup is one trace, including the worker behind the queue', async () => {
  const [spans, ...others] = await traces([['/one-by-one?leg=1&leg=2']]);
  assert.equal(others.length, 0);
  assert.ok(isComplete(spans));
  const worker = spans.find(({ name }) => name === 'process notices');
  const sender = spans.find(({ name }) => name === 'send notices');
  assert.equal(worker.parentSpanId, sender.spanId);
  assert.equal(calls(spans), 2);
});

test('fetching the flights together needs one call', async () => {
  const [spans] = await traces([['/together?leg=1&leg=2&leg=3']]);
  assert.equal(calls(spans), 1);
});

test('two requests are two traces', async () => {
  const found = await traces([['/together?leg=1'], ['/together?leg=2']]);
  assert.equal(found.length, 2);
});

test('an error marks its span and the callers, but not the planning', async () => {
  const [spans] = await traces([['/together?leg=13']]);
  const failed = spans.filter(({ status }) => status.code === 2);
  assert.equal(failed.length, 3);
  assert.ok(failed.every(({ name }) => name !== 'plan route'));
});

test('an invalid traceparent starts a new trace', async () => {
  for (const traceparent of [
    `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
    'nonsense',
  ]) {
    const [spans] = await traces([['/together?leg=1', { traceparent }]]);
    assert.ok(spans.some(({ parentSpanId }) => !parentSpanId));
  }
});

test('the caller decides for a parent-based sampler', async () => {
  const env = { baggage: { OTEL_TRACES_SAMPLER: 'parentbased_always_off' } };
  assert.equal((await traces([['/together?leg=1']], env)).length, 0);
  const stranger = await traces([['/together?leg=1', incoming('01')]], env);
  assert.equal(stranger[0][0].traceId, TRACE);
  const off = await traces([['/together?leg=1', incoming('00')]]);
  assert.equal(off.length, 0);
});

const requests = Array.from({ length: 20 }, () => ['/together?leg=1']);
const ratio = (sampler, value) => ({
  OTEL_TRACES_SAMPLER: sampler,
  OTEL_TRACES_SAMPLER_ARG: value,
});

test('with parent-based samplers, the sampled traces are complete', async () => {
  const sampled = await traces(requests, {
    baggage: ratio('parentbased_traceidratio', '0.5'),
    flights: ratio('parentbased_traceidratio', '0.1'),
  });
  assert.ok(sampled.length > 0 && sampled.length < 20);
  assert.ok(sampled.every(isComplete));
});

test('a service that ignores the flag makes holes', async () => {
  const sampled = await traces(requests, {
    baggage: ratio('parentbased_traceidratio', '1'),
    flights: ratio('traceidratio', '0.1'),
  });
  assert.equal(sampled.length, 20);
  assert.ok(sampled.some((spans) => !isComplete(spans)));
});

test('a service that hangs leaves a failed span of the call', async () => {
  const backend = await startBackend();
  const services = await startServices(backend.url);
  services.signal('flights', 'SIGSTOP');
  const response = fetch(`${services.url}/together?leg=1`);
  const late = sleep(5_000).then(() => services.signal('flights', 'SIGCONT'));
  assert.equal((await response).status, 502);
  await late;
  await services.stop();
  backend.stop();
  const call = backend.spans.find(({ kind }) => kind === 3); // a client's
  assert.equal(call.status.code, 2);
  const [start, end] = [call.startTimeUnixNano, call.endTimeUnixNano];
  const ms = Number(BigInt(end) - BigInt(start)) / 1e6;
  assert.ok(ms > 1_900 && ms < 3_000, `${ms} ms`);
});

test('a backend that is down does not make the stop a crash', async () => {
  const env = { OTEL_EXPORTER_OTLP_TIMEOUT: '500' };
  const nowhere = 'http://127.0.0.1:1';
  const services = await startServices(nowhere, { baggage: env, flights: env });
  const response = await fetch(`${services.url}/together?leg=1`);
  assert.equal(response.status, 200);
  await services.stop();
  assert.deepEqual(services.exitCodes(), [0, 0]);
});

test('a failed step marks its own span', async () => {
  const [spans] = await traces([['/together']]);
  const route = spans.find(({ name }) => name === 'plan route');
  assert.equal(route.status.code, 2);
  assert.equal(route.events[0].name, 'exception');
});

test('a log line carries the ID of its trace', async () => {
  const backend = await startBackend();
  const services = await startServices(backend.url);
  await fetch(`${services.url}/together?leg=13`);
  await services.stop();
  backend.stop();
  const { reason, traceId } = JSON.parse(services.logs());
  assert.equal(reason, 'flights: status 500');
  assert.equal(traceId, backend.spans[0].traceId);
});

test('SIGTERM during a request: the client gets its response, and the spans arrive', async () => {
  const backend = await startBackend();
  const services = await startServices(backend.url);
  const response = fetch(`${services.url}/one-by-one?leg=1&leg=2&leg=3`);
  await sleep(150);
  await services.stop();
  backend.stop();
  assert.equal((await response).status, 200);
  assert.ok(isComplete(backend.spans));
  assert.equal(calls(backend.spans), 3);
  assert.ok(backend.spans.some(({ name }) => name === 'process notices'));
});
