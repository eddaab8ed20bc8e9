import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MatchersV3, PactV4 } from '@pact-foundation/pact';
import { ticketLine } from '../src/ticket.js';

const { eachLike, regex, string } = MatchersV3;
const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

// #region contract
const pact = new PactV4({
  consumer: 'tickets',
  provider: 'showings',
  dir: 'pacts',
  logLevel: 'error',
});

test('a ticket names the film, the time and the seats', async () => {
  await pact
    .addInteraction()
    .given('showing 7 exists')
    .uponReceiving('a request for showing 7')
    .withRequest('GET', '/showings/7', (request) => {
      request.headers({ Accept: 'application/json' });
    })
    .willRespondWith(200, (response) => {
      response.jsonBody({
        film: { title: string('Ran') },
        startsAt: regex(utc, '2026-05-04T20:00:00Z'),
        seats: eachLike('A1'),
      });
    })
    .executeTest(async ({ url }) => {
      assert.equal(await ticketLine(url, 7), 'Ran, 2026-05-04T20:00, A1');
    });
});

test('an unknown showing is not an error', async () => {
  await pact
    .addInteraction()
    .given('there are no showings')
    .uponReceiving('a request for a showing that does not exist')
    .withRequest('GET', '/showings/7', (request) => {
      request.headers({ Accept: 'application/json' });
    })
    .willRespondWith(404)
    .executeTest(async ({ url }) => {
      assert.equal(await ticketLine(url, 7), 'unknown showing');
    });
});
// #endregion contract
