import Anthropic from '@anthropic-ai/sdk';

// #region stream
export function createReply({
  apiKey,
  model,
  log,
  baseURL,
  deadlineMs = 60_000,
}) {
  const client = new Anthropic({ apiKey, baseURL, maxRetries: 1 });

  return async function reply(question, res) {
    const gone = new AbortController();
    res.on('close', () => gone.abort()); // the browser has left
    const signal = AbortSignal.any([
      gone.signal,
      AbortSignal.timeout(deadlineMs),
    ]);
    res.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
    });
    const send = (event, data) =>
      res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    try {
      const messages = [{ role: 'user', content: question }];
      const stream = client.messages.stream(
        { model, max_tokens: 2048, messages },
        { signal },
      );
      stream.on('text', (text) => send('text', text));
      const { stop_reason } = await stream.finalMessage();
      send('end', stop_reason === 'end_turn' ? 'complete' : 'incomplete');
    } catch (error) {
      log({ level: 'warn', reason: error.status ?? error.constructor.name });
      send('end', 'incomplete');
    }
    res.end();
  };
}
// #endregion stream
