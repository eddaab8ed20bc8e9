// A stand-in for the provider. Each response of the script is used once, in order.
import { once } from 'node:events';
import { createServer } from 'node:http';

const types = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  429: 'rate_limit_error',
  500: 'api_error',
  504: 'timeout_error',
  529: 'overloaded_error',
};

export const say = (text, stop_reason = 'end_turn', output_tokens = 4) => ({
  status: 200,
  json: {
    id: 'msg_01',
    type: 'message',
    role: 'assistant',
    model: 'claude-haiku-5-5',
    content: text === '' ? [] : [{ type: 'text', text }],
    stop_reason,
    stop_sequence: null,
    usage: { input_tokens: 60, output_tokens },
  },
});

export const fail = (status, headers = {}) => ({
  status,
  headers,
  json: {
    type: 'error',
    error: { type: types[status], message: `This is a ${status}` },
    request_id: 'req_01',
  },
});

// What happens after the request has arrived.
export const drop = { hang: 'closes the connection' };
export const silence = { hang: 'before the headers' };
export const slowBody = { hang: 'after the headers' };
export const slowStream = { hang: 'in the stream' };
export const brokenStream = { hang: 'never', broken: true };

const problem = (req, body) => {
  const key =
    req.headers['x-api-key'] ??
    req.headers.authorization?.slice('Bearer '.length);
  if (key !== 'test-key') return fail(401);
  const isMessage = ({ role, content }) =>
    ['user', 'assistant'].includes(role) && content !== '';
  const isRight =
    req.method === 'POST' &&
    req.url === '/v1/messages' &&
    req.headers['anthropic-version'] &&
    Number.isInteger(body.max_tokens) &&
    body.messages?.length > 0 &&
    body.messages.every(isMessage);
  return isRight ? undefined : fail(400);
};

function* events({ json }, isBroken) {
  const { content, usage, stop_reason, ...message } = json;
  const start = { ...usage, output_tokens: 1 };
  yield {
    type: 'message_start',
    message: { ...message, content: [], stop_reason: null, usage: start },
  };
  const block = { type: 'text', text: '' };
  yield { type: 'content_block_start', index: 0, content_block: block };
  for (const text of content[0]?.text.match(/\S+\s*/g) ?? []) {
    const delta = { type: 'text_delta', text };
    yield { type: 'content_block_delta', index: 0, delta };
  }
  if (isBroken) {
    const error = { type: 'overloaded_error', message: 'Overloaded' };
    yield { type: 'error', error };
    return;
  }
  yield { type: 'content_block_stop', index: 0 };
  const { output_tokens } = usage;
  const delta = { stop_reason, stop_sequence: null };
  yield { type: 'message_delta', delta, usage: { output_tokens } };
  yield { type: 'message_stop' };
}

export async function startProvider() {
  const provider = { script: [], requests: [], aborted: 0 };
  const server = createServer(async (req, res) => {
    let raw = '';
    for await (const chunk of req) raw += chunk;
    const body = JSON.parse(raw);
    provider.requests.push(body);
    res.on('close', () => {
      if (!res.writableFinished) provider.aborted += 1;
    });
    const next = problem(req, body) ?? provider.script.shift() ?? fail(500);
    if (next === silence) return;
    if (next === drop) return res.destroy();
    const isStream = body.stream && !next.status?.toString().match(/^[45]/);
    const type = isStream ? 'text/event-stream' : 'application/json';
    res.writeHead(next.status ?? 200, {
      'content-type': type,
      ...next.headers,
    });
    if (next === slowBody) return res.write('{');
    if (!isStream) return res.end(JSON.stringify(next.json));
    const answer = next.json ? next : say('The bin is emptied on Monday.');
    for (const event of events(answer, next.broken)) {
      res.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
      if (next === slowStream && event.type === 'content_block_delta') return;
    }
    res.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  provider.url = `http://127.0.0.1:${server.address().port}`;
  provider.stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return provider;
}
