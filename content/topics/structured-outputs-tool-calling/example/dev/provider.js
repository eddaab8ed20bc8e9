// A stand-in for the provider. Each response of the script is used once, in order.
import { once } from 'node:events';
import { createServer } from 'node:http';

const message = (content, stop_reason) => ({
  id: 'msg_01',
  type: 'message',
  role: 'assistant',
  model: 'claude-haiku-5-5',
  content,
  stop_reason,
  stop_sequence: null,
  usage: { input_tokens: 60, output_tokens: 20 },
});

export const say = (text, stop = 'end_turn') =>
  message([{ type: 'text', text }], stop);

let count = 0;
const use = ([name, input]) => {
  count += 1;
  return { type: 'tool_use', id: `toolu_${count}`, name, input };
};
/** A response with one or more calls: ['book_table', { day, people }]. */
export const call = (...calls) => message(calls.map(use), 'tool_use');
export const cutOff = (...calls) => message(calls.map(use), 'max_tokens');
export const silence = 'silence';

/** The real API refuses a conversation in which a call has no result. */
function lacksResult(messages) {
  return messages.some(({ role, content }, i) => {
    if (role !== 'assistant' || typeof content === 'string') return false;
    if (content.length === 0) return true;
    const wanted = content.filter(({ type }) => type === 'tool_use');
    const after = messages[i + 1]?.content;
    const next = Array.isArray(after) ? after : [];
    return wanted.some(({ id }) => !next.some((r) => r.tool_use_id === id));
  });
}

const error = (type, text) => ({
  type: 'error',
  error: { type, message: text },
});

export async function startProvider() {
  const provider = { script: [], requests: [] };
  const server = createServer(async (req, res) => {
    let raw = '';
    for await (const chunk of req) raw += chunk;
    const body = JSON.parse(raw);
    provider.requests.push(body);
    const reply = (status, json) => {
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(JSON.stringify(json));
    };
    if (lacksResult(body.messages))
      return reply(400, error('invalid_request_error', 'tool_result missing'));
    const next = provider.script.shift();
    if (next === silence) return;
    if (!next) return reply(400, error('invalid_request_error', 'no script'));
    reply(200, next);
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
