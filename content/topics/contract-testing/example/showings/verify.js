import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Verifier } from '@pact-foundation/pact';
import { createApp } from './src/app.js';

// #region verify
export async function verify(
  present,
  { seats = ['B2', 'B3'], contract = 'pacts/tickets-showings.json' } = {},
) {
  const showings = new Map();
  const stateHandlers = {
    'showing 7 exists': async () => {
      const at = '2026-06-01T18:30:00Z';
      showings.set('7', { title: 'Ikiru', at, seats });
    },
    'there are no showings': async () => {},
  };
  for (const state of statesIn(contract)) {
    if (!stateHandlers[state]) throw new Error(`unknown state: ${state}`);
  }

  const server = createApp(showings, present).listen(0);
  await once(server, 'listening');
  try {
    await new Verifier({
      provider: 'showings',
      providerBaseUrl: `http://127.0.0.1:${server.address().port}`,
      pactUrls: [contract],
      beforeEach: async () => showings.clear(),
      stateHandlers,
      logLevel: 'error',
    }).verifyProvider();
  } finally {
    server.close();
  }
}

/** Pact itself ignores a state that has no handler, and accepts an empty contract. */
function statesIn(contract) {
  const { interactions } = JSON.parse(readFileSync(contract, 'utf8'));
  if (interactions.length === 0) throw new Error('the contract is empty');
  return interactions.flatMap(({ providerState, providerStates = [] }) => [
    ...(providerState ? [providerState] : []), // version 2 of the format
    ...providerStates.map(({ name }) => name),
  ]);
}
// #endregion verify
