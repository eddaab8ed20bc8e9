import { createServer } from 'node:http';

// #region app
export function createApp(findHall) {
  const server = createServer(async (req, res) => {
    try {
      const { status, body } = await respond(req, findHall);
      send(res, status, body);
    } catch (error) {
      console.error(error);
      send(res, 500, { error: 'internal error' });
    }
  });

  function send(res, status, body) {
    const json = JSON.stringify(body);
    if (!server.listening) res.setHeader('Connection', 'close'); // stopping
    res.writeHead(status, { 'Content-Type': 'application/json' });
    res.end(json);
  }
  return server;
}

async function respond(req, findHall) {
  const url = URL.parse(req.url, 'http://localhost');
  if (req.method !== 'GET' || url?.pathname !== '/hours') {
    return { status: 404, body: { error: 'not found' } };
  }
  const hall = await findHall(url.searchParams.get('hall'));
  if (!hall) return { status: 404, body: { error: 'no such hall' } };
  return { status: 200, body: hall };
}
// #endregion app
