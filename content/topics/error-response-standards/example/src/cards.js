import { Problem } from './problems.js';

// Amounts are whole cents.
const cards = new Map([
  ['G-100', { shop: 'bakery', balanceCents: 500 }],
  ['G-200', { shop: 'cinema', balanceCents: 9000 }],
]);

// #region redeem
export function redeem(shop, body) {
  const errors = [];
  if (typeof body?.code !== 'string') {
    errors.push({ pointer: '#/code', detail: 'Send the code as text.' });
  }
  if (!Number.isSafeInteger(body?.cents) || body.cents < 1) {
    errors.push({ pointer: '#/cents', detail: 'Send a whole number from 1.' });
  }
  if (errors.length > 0) throw new Problem('invalid-fields', { errors });

  const card = cards.get(body.code);
  if (card?.shop !== shop) throw new Problem('unknown-card');
  if (card.balanceCents < body.cents) {
    throw new Problem('insufficient-balance', {
      detail: `The card has ${card.balanceCents} cents left.`,
      balanceCents: card.balanceCents,
    });
  }
  card.balanceCents -= body.cents;
  return { balanceCents: card.balanceCents };
}
// #endregion redeem

export function report() {
  // A bug: no card has a list of redemptions.
  return [...cards.values()].flatMap((card) => card.redemptions.map(String));
}
