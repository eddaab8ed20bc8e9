import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkAddresses } from '#scripts/links/check-addresses.ts';

const statuses: Readonly<Record<string, number>> = { '/here': 200, '/gone': 410, '/missing': 404, '/refused': 403 };

const server = createServer(({ url = '' }, response) => {
  if (url === '/moved') response.writeHead(301, { location: '/here' }).end();
  else if (url in statuses) response.writeHead(statuses[url] ?? 500).end('text');
  // `/silent` is never answered.
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('tells pages that are there from those that are gone, and from those that it cannot tell', async () => {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const paths = ['/here', '/here#part', '/moved', '/gone', '/missing', '/refused', '/silent'];
  const links = await checkAddresses([...paths.map((path) => origin + path), 'http://127.0.0.1:1/nobody'], {
    today: '2026-02-01',
    timeout: 2_000,
  });
  expect(links.map(({ id, state }) => `${id.replace(origin, '')} ${state}`)).toEqual([
    'http://127.0.0.1:1/nobody unknown',
    '/gone broken',
    '/here ok',
    '/missing broken',
    '/moved ok',
    '/refused unknown',
    '/silent unknown',
  ]);
  expect(links.every(({ checked }) => checked === '2026-02-01')).toBe(true);
});
