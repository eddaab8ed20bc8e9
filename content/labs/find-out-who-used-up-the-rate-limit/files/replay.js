const requests = [
  ['10.0.0.9', '203.0.113.5'],
  ['10.0.0.9', '203.0.113.5'],
  ['10.0.0.9', '203.0.113.5'],
  ['10.0.0.9', '198.51.100.7'],
  ['10.0.0.9', '192.0.2.44'],
  ['10.0.0.9', '1.1.1.1, 203.0.113.5'],
  ['10.0.0.9', '1.1.1.2, 203.0.113.5'],
  ['198.51.100.99', '203.0.113.80'],
];

/** Replays a minute of the access log with a fake clock. */
export async function replay(createApi) {
  let now = Date.UTC(2026, 0, 1, 12);
  const line = (...cells) => cells.map((cell, at) => String(cell).padEnd([8, 13, 20, 13, 6][at])).join('  ').trimEnd();
  console.log(line('time', 'peer', 'X-Forwarded-For', 'counted for', 'status'));
  const log = (request, { peer, address, status }) =>
    console.log(line(new Date(now).toISOString().slice(11, 19), peer, request.headers.get('X-Forwarded-For'), address, status));
  const api = createApi({ now: () => now, trustedProxies: ['10.0.0.9'], log });
  for (const [peer, forwarded] of requests) {
    now += 1000;
    await api(new Request('http://api.test/', { headers: { 'X-Forwarded-For': forwarded } }), { peer });
  }
}
