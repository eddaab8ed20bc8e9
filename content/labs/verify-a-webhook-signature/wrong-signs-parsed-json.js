// fails: A genuine event is handled
import { createHmac, timingSafeEqual } from 'node:crypto';
import { handle, now, secret } from './provider.js';

export async function fetch(request) {
  const [, time, hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(request.headers.get('X-Signature') ?? '') ?? [];
  const event = await request.json();
  if (!time || Math.abs(now() - Number(time)) > 300) return new Response('', { status: 401 });
  const expected = createHmac('sha256', secret).update(`${time}.${JSON.stringify(event)}`).digest();
  if (!timingSafeEqual(expected, Buffer.from(hex, 'hex'))) return new Response('', { status: 401 });
  handle(event);
  return new Response(null, { status: 204 });
}
