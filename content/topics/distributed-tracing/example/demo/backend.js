// A small tracing backend: it receives OTLP as JSON and keeps the spans.
// Jaeger does this, too; this one lets the demo and the tests read the result.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

export async function startBackend() {
  const spans = [];
  const server = createServer(async (req, res) => {
    const { resourceSpans } = await json(req);
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = resource.attributes.find(
        ({ key }) => key === 'service.name',
      ).value.stringValue;
      for (const scope of scopeSpans)
        for (const span of scope.spans) spans.push({ ...span, service });
    }
    res.setHeader('content-type', 'application/json').end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    spans,
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => server.close(),
  };
}

/** One line per span: service, name, start and duration in milliseconds. */
export function waterfall(spans) {
  const lines = [];
  const start = Math.min(...spans.map(startOf));
  const show = (span, depth) => {
    const name = `${'  '.repeat(depth)}${span.service}: ${describe(span)}`;
    const failed = span.status.code === 2 ? '  ERROR' : '';
    lines.push(
      name.padEnd(48) +
        `${startOf(span) - start}`.padStart(5) +
        `${endOf(span) - startOf(span)}`.padStart(6) +
        failed,
    );
    spans
      .filter(({ parentSpanId }) => parentSpanId === span.spanId)
      .toSorted((a, b) => startOf(a) - startOf(b))
      .forEach((child) => show(child, depth + 1));
  };
  spans.filter((s) => !s.parentSpanId).forEach((root) => show(root, 0));
  return lines.join('\n');
}

const startOf = (span) => Math.round(span.startTimeUnixNano / 1e6);
const endOf = (span) => Math.round(span.endTimeUnixNano / 1e6);

function describe({ name, kind, attributes }) {
  const path = attributes.find(({ key }) =>
    ['url.path', 'http.target'].includes(key),
  );
  const prefix = kind === 3 ? 'call ' : '';
  return `${prefix}${name}${path ? ` ${path.value.stringValue}` : ''}`;
}
