// fails: An old or future event is refused
import { createHmac, timingSafeEqual } from 'node:crypto';
import { handle, handled, secret } from './provider.js';

export async function fetch(request) {
  const body = await request.text();
  const [, time, hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(request.headers.get('X-Signature') ?? '') ?? [];
  if (!time) return new Response('', { status: 401 });
  const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest();
  if (!timingSafeEqual(expected, Buffer.from(hex, 'hex'))) return new Response('', { status: 401 });
  handle(JSON.parse(body));
  return new Response(null, { status: 204 });
}
