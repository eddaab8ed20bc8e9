// fails: Two deliveries at the same time add the credits once
// says: asks whether the event was handled, and notes it only after the work.
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
export function createHandler({ store, accounts }) {
  return async function handle(request) {
    const delivery = request.headers.get('Webhook-Delivery');
    if (delivery === null) return badRequest('Webhook-Delivery is missing');
    const event = await readEvent(request);
    if (event === undefined) return badRequest('The event is incomplete');

    if (await store.has(event.id)) return new Response(null, { status: 204 });
    try {
      await accounts.addCredits(event.account, event.credits);
      await store.claim(event.id);
      return new Response(null, { status: 204 });
    } catch {
      return Response.json({ title: 'Try again later' }, { status: 500 });
    }
  };
}

await replay(createHandler);
