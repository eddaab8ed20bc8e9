// fails: Two processes add the credits once
// says: remembers events in one process, and the others do not know them.
import { replay } from './replay.js';

function badRequest(title) {
  return Response.json({ title }, { status: 400 });
}

/** What the payment provider sends: { id, account, credits }. */
async function readEvent(request) {
  const event = await request.json().catch(() => undefined);
  const isRight = typeof event?.id === 'string' && typeof event.account === 'string' && event.credits > 0;
  return isRight ? event : undefined;
}

/** POST /webhooks. Adds what was paid to the customer's account. */
export function createHandler({ accounts }) {
  const seen = new Set();
  return async function handle(request) {
    const delivery = request.headers.get('Webhook-Delivery');
    if (delivery === null) return badRequest('Webhook-Delivery is missing');
    const event = await readEvent(request);
    if (event === undefined) return badRequest('The event is incomplete');

    if (seen.has(event.id)) return new Response(null, { status: 204 });
    seen.add(event.id);
    try {
      await accounts.addCredits(event.account, event.credits);
      return new Response(null, { status: 204 });
    } catch {
      seen.delete(event.id);
      return Response.json({ title: 'Try again later' }, { status: 500 });
    }
  };
}

await replay(createHandler);
