// #region mailer
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import nock from 'nock';
import { Mailer } from '../src/mailer.js';

const url = 'https://mail.example/send';
const options = {
  reqheaders: {
    authorization: 'Bearer secret',
    'content-type': 'application/json',
  },
};
const mailService = () =>
  nock('https://mail.example', options).post('/send', {
    to: 'ada@example.com',
    text: 'Hello',
  });
const send = (more) =>
  new Mailer({ url, key: 'secret', ...more }).send('ada@example.com', 'Hello');

before(() => nock.disableNetConnect());
afterEach(() => {
  nock.abortPendingRequests();
  nock.cleanAll();
});
after(() => nock.restore());

test('posts the mail with the key', async () => {
  const scope = mailService().reply(202);
  await send();
  scope.done(); // fails unless the request was made
});

for (const status of [401, 503]) {
  test(`fails when the mail service responds with ${status}`, async () => {
    mailService().reply(status);
    await assert.rejects(send(), { message: `mail service: ${status}` });
  });
}

test('gives up on a mail service that is silent', async () => {
  mailService().delay(5000).reply(202);
  await assert.rejects(send({ timeout: 20 }), { name: 'TimeoutError' });
});
// #endregion mailer

test('cannot reach the network by mistake', async () => {
  await assert.rejects(send({ url: 'https://other.example/' }), (error) =>
    /Disallowed net connect/.test(`${error} ${error.cause}`),
  );
});
