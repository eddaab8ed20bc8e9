// fails: A malformed header is refused and does not crash
import { createHmac, timingSafeEqual } from 'node:crypto';
import { handle, now, secret } from './provider.js';

export async function fetch(request) {
  const body = await request.text();
  const [, time, hex = ''] = /^t=(\d+),v1=(.*)$/.exec(request.headers.get('X-Signature') ?? '') ?? [];
  if (!time || Math.abs(now() - Number(time)) > 300) return new Response('', { status: 401 });
  const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest();
  if (!timingSafeEqual(expected, Buffer.from(hex, 'hex'))) return new Response('', { status: 401 });
  handle(JSON.parse(body));
  return new Response(null, { status: 204 });
}
