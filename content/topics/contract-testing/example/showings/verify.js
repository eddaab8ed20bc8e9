import { once } from 'node:events';
import { Verifier } from '@pact-foundation/pact';
import { createApp } from './src/app.js';

// #region verify
export async function verify(present, seats = ['B2', 'B3']) {
  const showings = new Map();
  const server = createApp(showings, present).listen(0);
  await once(server, 'listening');
  try {
    return await new Verifier({
      provider: 'showings',
      providerBaseUrl: `http://127.0.0.1:${server.address().port}`,
      pactUrls: ['pacts/tickets-showings.json'],
      stateHandlers: {
        'showing 7 exists': async () => {
          const at = '2026-06-01T18:30:00.000Z';
          showings.set('7', { title: 'Ikiru', at, seats });
        },
        'there are no showings': async () => showings.clear(),
      },
      logLevel: 'error',
    }).verifyProvider();
  } finally {
    server.close();
  }
}
// #endregion verify
