import { createServer } from 'node:http';

/** The ticket shop says which commit it was built from. */
export function createShop({ commit = 'unknown' }) {
  return createServer((req, res) => {
    if (req.url !== '/version') return res.writeHead(404).end();
    res.setHeader('Content-Type', 'application/json');
    res.end(JSON.stringify({ commit }));
  });
}

if (import.meta.main) {
  const { COMMIT: commit, PORT: port = 8080 } = process.env;
  const server = createShop({ commit }).listen(port);
  process.once('SIGTERM', () => server.close());
}
