import { createHmac, timingSafeEqual } from 'node:crypto';
import { handle, now, secret } from './provider.js';

export async function fetch(request) {
  const body = await request.text();
  if (!isGenuine(request.headers.get('X-Signature'), body)) return new Response('Bad signature', { status: 401 });
  handle(JSON.parse(body));
  return new Response(null, { status: 204 });
}

function isGenuine(header, body) {
  const [, time, hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (!time || Math.abs(now() - Number(time)) > 300) return false;
  const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest();
  return timingSafeEqual(expected, Buffer.from(hex, 'hex'));
}
