import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

/**
 * An internal service on 127.0.0.1 that counts its visitors, an attacker's
 * site on 127.0.0.2, which counts as public here, and the attacker's DNS.
 */
export async function openWorld() {
  let visits = 0;
  let connections = 0;
  const inside = createServer((req, res) => {
    visits += 1;
    res.end('credentials');
  });
  inside.on('connection', () => (connections += 1));
  const insidePort = await listen(inside, '127.0.0.1');

  const bomb = gzipSync(Buffer.alloc(20_000_000));
  const site = createServer((req, res) => {
    if (req.url === '/redirect') {
      res.writeHead(302, { location: `http://127.0.0.1:${insidePort}/` }).end();
    } else if (req.url === '/gopher') {
      res.writeHead(302, { location: 'gopher://127.0.0.1:6379/' }).end();
    } else if (req.url === '/https') {
      res
        .writeHead(302, { location: `https://127.0.0.1:${insidePort}/` })
        .end();
    } else if (/^\/hop\d$/.test(req.url)) {
      const left = Number(req.url.at(-1)) - 1;
      res.writeHead(302, { location: left ? `/hop${left}` : '/' }).end();
    } else if (req.url === '/port') {
      res.writeHead(302, { location: 'http://covers.test:6379/' }).end();
    } else if (req.url === '/loop') {
      res.writeHead(302, { location: '/loop' }).end();
    } else if (req.url === '/big') {
      res.end(Buffer.alloc(20_000_000));
    } else if (req.url === '/bomb') {
      res.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    } else if (req.url === '/slow') {
      res.write('x');
      const drip = setInterval(() => res.write('x'), 50);
      res.on('close', () => clearInterval(drip));
    } else res.end('a cover');
  });
  const sitePort = await listen(site, '127.0.0.2');

  const names = {
    'covers.test': ['127.0.0.2'],
    'internal.test': ['127.0.0.1'],
    'mixed.test': ['127.0.0.2', '127.0.0.1'],
    'compatible.test': ['::127.0.0.1'], // how dns.lookup writes ::7f00:1
  };
  let asked = 0;
  function lookup(name, options, done) {
    let addresses = names[name] ?? [name];
    if (name === 'rebind.test') {
      asked += 1; // public at the first question, internal from then on
      addresses = [asked === 1 ? '127.0.0.2' : '127.0.0.1'];
    }
    if (!options.all) return done(null, addresses[0], 4);
    done(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    );
  }
  return {
    lookup,
    insidePort,
    sitePort,
    ports: ['', String(insidePort), String(sitePort)],
    visits: () => visits,
    connections: () => connections,
    close() {
      for (const server of [inside, site]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

async function listen(server, host) {
  server.listen(0, host);
  await new Promise((resolve) => server.once('listening', resolve));
  return server.address().port;
}
