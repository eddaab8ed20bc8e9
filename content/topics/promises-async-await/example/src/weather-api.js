// A weather API for the demos and tests. Its headers take `headersMs` and its
// body takes `bodyMs` more. Station 17 is down, and so is everything if `isDown`.
// It rejects what exceeds `maxInFlight`.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export async function startWeatherApi({
  headersMs = 100,
  bodyMs = 0,
  maxInFlight = 10,
  isDown = false,
} = {}) {
  const seen = { inFlight: 0, most: 0, finished: 0, abandoned: 0 };

  const server = createServer(async (req, res) => {
    seen.inFlight += 1;
    seen.most = Math.max(seen.most, seen.inFlight);
    const tooMany = seen.inFlight > maxInFlight;
    res.on('close', () => {
      seen.inFlight -= 1;
      seen[res.writableFinished ? 'finished' : 'abandoned'] += 1;
    });

    await sleep(headersMs);
    const station = Number(req.url.split('/').at(-1));
    if (tooMany) res.statusCode = 429;
    else if (isDown || station === 17) res.statusCode = 503;
    res.flushHeaders();
    if (bodyMs > 0) await sleep(bodyMs);
    res.end(JSON.stringify({ celsius: station % 30 }));
  });

  server.listen(0);
  await once(server, 'listening');
  return {
    url: `http://localhost:${server.address().port}`,
    seen,
    close: () => server.close().closeAllConnections(),
  };
}
