// Event-sourced Ledger, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test event-sourced-ledger.test.mjs
//
// Needs Node.js 22 or later and no package. Every run opens accounts of its own.
// Not tested: what the database refuses to its own role, kill -9, events of version 1, a byte that was changed in a stored event,
// and what is recorded when a treasurer reads.
import { randomInt, randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { call, expect } from '../kit.mjs';

const treasurer = { authorization: 'Bearer test-treasurer' };
const newMember = () => {
  const id = String(randomInt(1_000_000, 1_000_000_000));
  return { id, headers: { authorization: `Bearer test-member-${id}` } };
};

async function newAccount({ id } = newMember(), creditLimit = 0) {
  const response = await call('POST', '/accounts', { headers: treasurer, body: { owner: id, creditLimit } });
  expect(response).status(201, 'for a new account').that(typeof response.json?.id === 'string', 'an "id" that is text');
  return response.json.id;
}

const transfer = (lines, { headers = treasurer, key = randomUUID(), text = 'Pruned two apple trees' } = {}) =>
  call('POST', '/transfers', {
    headers: { ...headers, ...(key && { 'idempotency-key': key }) },
    body: { text, lines: lines.map(([account, minutes]) => ({ account, minutes })) },
  });

async function move(from, to, minutes, options) {
  const response = await transfer([[from, -minutes], [to, minutes]], options);
  expect(response)
    .status(201, 'for a valid transfer')
    .that(response.json?.id, 'an "id" of the transfer')
    .that(Number.isInteger(response.json.position), 'a whole number in "position"');
  return response.json;
}

/** An account of a member with some minutes on it, which come from an account with credit. */
async function funded(minutes, member = newMember()) {
  const [bank, account] = [await newAccount(undefined, 1_000_000), await newAccount(member)];
  const { position } = await move(bank, account, minutes);
  return { member, account, bank, position };
}

const read = (account, { after, at, headers = treasurer } = {}) =>
  call('GET', `/accounts/${account}?${new URLSearchParams({ ...(after !== undefined && { after }), ...(at && { at }) })}`, { headers });
const hasBalance = async (account, balance, after, why = 'after the transfer') =>
  expect(await read(account, { after })).status(200, 'for an account').field('balance', balance, why);

/** Lines in one order, because a transfer may be read with them in any. */
const inOrder = (lines) => JSON.stringify((Array.isArray(lines) ? lines : []).map((line) => `${line?.account} ${line?.minutes}`).sort());
function hasLines(response, ...pairs) {
  const lines = pairs.map(([account, minutes]) => ({ account, minutes }));
  expect(response).that(inOrder(response.json?.lines) === inOrder(lines), `the "lines" ${JSON.stringify(lines)}`);
}
const statuses = (responses) => responses.map(({ status }) => status);
const count = (responses, wanted) => statuses(responses).filter((status) => status === wanted).length;

describe('Stage 1: Transfers', () => {
  it('a new account has nothing', async () => {
    await hasBalance(await newAccount(), 0, undefined, 'in a new account');
  });

  it('a transfer takes from one account and gives to the other', async () => {
    const { account, bank, position } = await funded(90);
    await hasBalance(account, 90, position);
    await hasBalance(bank, -90, position);
  });

  it('a transfer can be read', async () => {
    const { account, bank } = await funded(10);
    const { id } = await move(bank, account, 90);
    const response = await call('GET', `/transfers/${id}`, { headers: treasurer });
    expect(response)
      .status(200, 'for a transfer')
      .field('text', 'Pruned two apple trees');
    hasLines(response, [bank, -90], [account, 90]);
    expect(await call('GET', '/transfers/999999999', { headers: treasurer })).status(404, 'for an unknown transfer');
  });

  it('a member reads only transfers of an own account', async () => {
    const { account, bank, member } = await funded(10);
    const { id } = await move(bank, account, 90);
    expect(await call('GET', `/transfers/${id}`, { headers: member.headers })).status(200, 'for a transfer to your account');
    expect(await call('GET', `/transfers/${id}`, { headers: newMember().headers })).status(404, "for a transfer between other members' accounts");
    expect(await call('GET', `/transfers/${id}`)).status(401, 'without a token');
  });

  it('three accounts may take part', async () => {
    const [bank, one, other] = [await newAccount(undefined, 1000), await newAccount(), await newAccount()];
    const response = await transfer([[bank, -90], [one, 60], [other, 30]]);
    expect(response).status(201, 'for three lines that add up to zero');
    await hasBalance(other, 30, response.json?.position);
  });

  it('lines that do not add up to zero return 422', async () => {
    const { account, bank } = await funded(10);
    expect(await transfer([[bank, -90], [account, 80]])).status(422, 'for -90 and 80');
    expect(await transfer([[bank, -90]])).status(422, 'for one line');
    expect(await transfer([[bank, -90], [account, 40], [account, 50]])).status(422, 'for an account in two lines');
  });

  it('an unknown account returns 404 or 422', async () => {
    const response = await transfer([[await newAccount(undefined, 10), -1], ['999999999', 1]]);
    expect(response).that([404, 422].includes(response.status), '404 or 422 for an unknown account');
  });

  it('an amount is a whole number from 1 to 1,000,000', async () => {
    const { account, bank } = await funded(10);
    for (const minutes of [0.5, 0, '90', 1_000_001, null]) {
      const lines = [[bank, typeof minutes === 'number' ? -minutes : minutes], [account, minutes]];
      expect(await transfer(lines)).status(422, `for the amount ${JSON.stringify(minutes)}`);
    }
  });

  it('a transfer without a text returns 422', async () => {
    const { account, bank } = await funded(10);
    expect(await transfer([[bank, -1], [account, 1]], { text: null })).status(422, 'for a text of null');
  });

  it('without a key there is a 400', async () => {
    const { account, bank } = await funded(10);
    expect(await transfer([[bank, -1], [account, 1]], { key: '' })).status(400, 'without Idempotency-Key');
  });

  it('the same key and body return the first result', async () => {
    const { account, bank } = await funded(10);
    const key = randomUUID();
    const { id, position } = await move(bank, account, 5, { key });
    expect(await transfer([[bank, -5], [account, 5]], { key })).status(200, 'for a key that was used').field('id', id, 'as the first time');
    expect(await transfer([[bank, -6], [account, 6]], { key })).status(422, 'for a key that was used with another body');
    await hasBalance(account, 15, position, 'after one transfer of 5');
  });

  it('a key belongs to the member who sends it', async () => {
    const [one, other] = [await funded(10), await funded(10)];
    const key = randomUUID();
    await move(one.account, other.account, 5, { ...one.member, key });
    expect(await transfer([[other.account, -7], [one.account, 7]], { ...other.member, key })).status(201, 'for a key that only another member has used');
  });

  it('two requests with one key at the same moment make one transfer', async () => {
    const { account, bank } = await funded(10);
    const key = randomUUID();
    const both = await Promise.all([1, 2].map(() => transfer([[bank, -5], [account, 5]], { key })));
    const ids = both.map(({ json }) => json?.id);
    expect(both[1]).that(ids[0] !== undefined && ids[0] === ids[1], `the same transfer for both requests (they got ${ids.join(' and ')})`);
    await hasBalance(account, 15, both[0].json.position, 'after one transfer of 5');
  });

  it('only the owner takes from an account', async () => {
    const { account, member } = await funded(100);
    const [thief, other] = [newMember(), await newAccount()];
    expect(await transfer([[account, -10], [other, 10]], thief)).status(403, "for someone else's account with a negative line");
    expect(await transfer([[account, -10], [other, 10]], { headers: {} })).status(401, 'without a token');
    const own = await funded(10, thief);
    for (const lines of [[[account, -5], [own.account, -5], [other, 10]], [[own.account, -5], [account, -5], [other, 10]]])
      expect(await transfer(lines, thief)).status(403, "for someone else's account as one of two with a negative line");
    expect(await transfer([[account, -10], [other, 10]], member)).status(201, 'for the owner');
  });

  it('only a treasurer opens accounts', async () => {
    const { headers } = newMember();
    expect(await call('POST', '/accounts', { headers, body: { owner: '1', creditLimit: 0 } })).status(403, 'for a member who opens an account');
    expect(await call('POST', '/accounts', { headers: treasurer, body: { owner: '1', creditLimit: -1 } })).status(422, 'for a credit limit below zero');
  });
});

describe('Stage 2: Funds', () => {
  it('an account without credit does not go below zero', async () => {
    const { account, bank, member, position } = await funded(40);
    const other = await newAccount();
    expect(await transfer([[account, -90], [other, 90]], member))
      .status(409, 'for 90 of 40 minutes')
      .field('type', '/problems/insufficient-minutes')
      .field('account', account)
      .field('available', 40);
    expect(await transfer([[bank, -10], [account, -90], [other, 100]])).status(409, 'for 90 of 40 minutes in the second line').field('account', account);
    await hasBalance(account, 40, position, 'because the transfers were refused');
    expect(await transfer([[account, -40], [other, 40]], member)).status(201, 'for 40 of 40 minutes');
  });

  it('an account with credit goes down to its limit', async () => {
    const [account, other] = [await newAccount(undefined, 100), await newAccount()];
    await move(account, other, 100);
    expect(await transfer([[account, -1], [other, 1]])).status(409, 'for a minute below the limit of 100');
  });

  it('of 30 transfers at the same moment exactly as many succeed as there is money for', async () => {
    const { account, member } = await funded(100);
    const other = await newAccount();
    const all = await Promise.all(Array.from({ length: 30 }, () => transfer([[account, -10], [other, 10]], member)));
    expect(all[0]).that(count(all, 201) === 10 && count(all, 409) === 20, `10 times 201 and 20 times 409 for 30 transfers of 10 minutes from 100 (they got ${statuses(all).join(' ')})`);
    const last = Math.max(...all.map(({ json }) => json?.position ?? 0));
    await hasBalance(account, 0, last, 'after ten transfers of 10');
  });

  it('transfers in both directions do not block each other', async () => {
    const [a, b] = [(await funded(100)).account, (await funded(100)).account];
    const all = await Promise.all(Array.from({ length: 60 }, (_, index) => (index % 2 ? transfer([[a, -1], [b, 1]]) : transfer([[b, -1], [a, 1]]))));
    const strange = all.find(({ status }) => status !== 201);
    expect(strange ?? all[0]).status(201, 'for each of 60 small transfers in both directions');
  });

  it('a key of a refused transfer can be used again', async () => {
    const { account, bank, member } = await funded(40);
    const [other, key] = [await newAccount(), randomUUID()];
    const lines = [[account, -90], [other, 90]];
    expect(await transfer(lines, { ...member, key })).status(409, 'for 90 of 40 minutes');
    await move(bank, account, 50);
    expect(await transfer(lines, { ...member, key })).status(201, 'for the same key and body, once there are 90 minutes');
  });
});

describe('Stage 3: Statements and moments', () => {
  it('a statement has the balance behind each line', async () => {
    const { account, bank, member } = await funded(90);
    const { position } = await move(bank, account, 30);
    const response = await call('GET', `/accounts/${account}/statement?after=${position}`, { headers: member.headers });
    const lines = response.json?.items?.map?.(({ minutes, balance }) => `${minutes} ${balance}`).join();
    expect(response).status(200, 'for your own account').that(lines === '90 90,30 120', `the lines 90 and 30 with the balances 90 and 120 in "items" (they are ${lines})`);
  });

  it('a long statement is on as many pages as it needs', async () => {
    const { account, bank } = await funded(1);
    const moved = await Promise.all(Array.from({ length: 109 }, () => move(bank, account, 1)));
    const after = Math.max(...moved.map(({ position }) => position));
    const balances = [];
    let response;
    for (let cursor = '', pages = 0; cursor !== null && pages < 120; cursor = response.json.nextCursor, pages += 1) {
      const query = new URLSearchParams({ after, ...(cursor && { cursor }) });
      response = await call('GET', `/accounts/${account}/statement?${query}`, { headers: treasurer });
      expect(response).status(200, 'for a page').that(Array.isArray(response.json?.items), 'an array "items"').that(response.json.nextCursor !== undefined, 'a "nextCursor"');
      balances.push(...response.json.items.map(({ balance }) => balance));
    }
    const isRight = balances.length === 110 && balances.every((balance, index) => balance === index + 1);
    expect(response).that(isRight, `110 lines of one minute, with the balances 1 to 110, on all pages (they had ${balances.length}: ${balances.slice(0, 30).join()})`);
  });

  it("another member's account looks like a missing one", async () => {
    const { account, member } = await funded(90);
    const stranger = newMember();
    for (const path of [`/accounts/${account}`, `/accounts/${account}/statement`]) {
      expect(await call('GET', path, { headers: stranger.headers })).status(404, "for another member's account");
      expect(await call('GET', path, { headers: member.headers })).status(200, 'for your own account');
      expect(await call('GET', path, { headers: treasurer })).status(200, 'for a treasurer');
      expect(await call('GET', path)).status(401, 'without a token');
    }
  });

  it('the balance of a moment stays what it was', async () => {
    const { account, bank, position } = await funded(90);
    await hasBalance(account, 90, position);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const moment = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const later = await move(bank, account, 30);
    expect(await read(account, { at: moment, after: later.position })).status(200, 'for a moment').field('balance', 90, 'at a moment before the second transfer');
    await hasBalance(account, 120, later.position, 'now');
    expect(await read(account, { at: new Date(Date.now() + 3_600_000).toISOString() })).status(400, 'for a moment in the future');
    expect(await read(account, { at: 'yesterday' })).status(400, 'for "yesterday" as a moment');
    for (const [part, wanted] of [['from', '30 120'], ['to', '90 90']]) {
      const query = new URLSearchParams({ [part]: moment, after: later.position });
      const response = await call('GET', `/accounts/${account}/statement?${query}`, { headers: treasurer });
      const lines = response.json?.items?.map?.(({ minutes, balance }) => `${minutes} ${balance}`).join();
      expect(response).status(200, 'for a part of a statement').that(lines === wanted, `one line, with the minutes and balance ${wanted} (it has ${lines})`);
    }
    for (const query of ['from=x', 'cursor=%21']) expect(await call('GET', `/accounts/${account}/statement?${query}`, { headers: treasurer })).status(400, `for ${query}`);
  });

  it('a transfer is in the balance within two seconds', async () => {
    const { account, bank } = await funded(90);
    await move(bank, account, 30);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await hasBalance(account, 120, undefined, 'two seconds after the transfer');
  });

  it('a read waits for its position, and no longer', async () => {
    const { account, bank, position } = await funded(90);
    const started = performance.now();
    const waiting = read(account, { after: position + 1 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    await move(bank, account, 30);
    const response = await waiting;
    const seconds = (performance.now() - started) / 1000;
    expect(response)
      .status(200, 'for a position that comes half a second after the read began')
      .field('balance', 120, 'at that position')
      .that(seconds < 4, `a response as soon as the position is there (it took ${seconds.toFixed(1)} seconds)`);
  });

  it('a position that does not come returns 504 after five seconds', async () => {
    const { account, position } = await funded(90);
    const started = performance.now();
    const response = await read(account, { after: position + 1_000_000 });
    const seconds = (performance.now() - started) / 1000;
    expect(response).status(504, 'for a position that is not reached').that(seconds > 4 && seconds < 8, `a wait of about five seconds (it was ${seconds.toFixed(1)})`);
  });
});

describe('Stage 4: Reversals and proof', () => {
  const reverse = (id, { headers = treasurer, key = randomUUID(), reason = 'Wrong account' } = {}) =>
    call('POST', `/transfers/${id}/reversal`, { headers: { ...headers, ...(key && { 'idempotency-key': key }) }, body: { reason } });

  it('a reversal books the opposite', async () => {
    const { account, bank } = await funded(10);
    const { id } = await move(bank, account, 90);
    const response = await reverse(id);
    expect(response).status(201, 'for a transfer').field('reverses', id);
    hasLines(response, [bank, 90], [account, -90]);
    await hasBalance(account, 10, response.json.position, 'as before the transfer');
    expect(await call('GET', `/transfers/${id}`, { headers: treasurer })).field('reversedBy', response.json.id);
  });

  it('a second reversal returns 409', async () => {
    const { account, bank } = await funded(1000);
    const { id } = await move(bank, account, 90);
    expect(await reverse(id)).status(201, 'for a transfer');
    expect(await reverse(id)).status(409, 'for a transfer that was reversed');
  });

  it('also when both arrive at the same moment', async () => {
    const { account, bank } = await funded(1000);
    const { id } = await move(bank, account, 90);
    const both = await Promise.all([reverse(id), reverse(id)]);
    const pair = statuses(both).sort().join(' and ');
    expect(both[1]).that(pair === '201 and 409', `one 201 and one 409 for two reversals at the same moment (they got ${pair})`);
  });

  it('a reversal takes no more than there is, and is possible later', async () => {
    const [{ account, bank }, other] = [await funded(10), await newAccount()];
    const { id } = await move(bank, account, 90);
    await move(account, other, 50);
    expect(await reverse(id)).status(409, 'for a reversal that takes 90 of 50 minutes');
    await move(other, account, 50);
    expect(await reverse(id)).status(201, 'for the same reversal, once there are 100 minutes');
  });

  it('a reversal needs a key, which may be repeated', async () => {
    const { account, bank } = await funded(10);
    const { id } = await move(bank, account, 90);
    expect(await reverse(id, { key: '' })).status(400, 'without Idempotency-Key');
    expect(await reverse(id, { reason: '' })).status(422, 'without a reason');
    const key = randomUUID();
    const first = await reverse(id, { key });
    expect(first).status(201, 'for a transfer');
    expect(await reverse(id, { key })).status(200, 'for a key that was used').field('id', first.json?.id, 'as the first time');
    const next = await move(bank, account, 5);
    expect(await reverse(next.id, { key })).status(422, "for the key of another transfer's reversal");
    expect(await reverse('999999999')).status(404, 'for the reversal of an unknown transfer');
  });

  it('an account can be closed when it is empty', async () => {
    const { account, bank } = await funded(10);
    const close = (id) => call('POST', `/accounts/${id}/close`, { headers: treasurer });
    expect(await close(account)).status(409, 'for an account with 10 minutes');
    expect(await close(bank)).status(409, 'for an account that owes 10 minutes');
    const empty = await newAccount();
    expect(await close(empty)).status(200, 'for an account with nothing');
    expect(await transfer([[account, -1], [empty, 1]])).status(409, 'for a transfer to a closed account');
  });

  it('only a treasurer reverses, closes and rebuilds', async () => {
    const { account, bank, member } = await funded(10);
    const { id, position } = await move(bank, account, 5);
    for (const path of [`/accounts/${await newAccount(member)}/close`, `/transfers/${id}/reversal`, '/projections/balances/rebuild'])
      expect(await call('POST', path, { headers: { ...member.headers, 'idempotency-key': randomUUID() }, body: { reason: 'x' } })).status(403, 'for a member, where only a treasurer may');
    await hasBalance(account, 15, position, 'after a member tried to reverse a transfer');
  });

  it('a rebuild of the balances gives the same ones', async () => {
    const { account, position } = await funded(90);
    await hasBalance(account, 90, position);
    expect(await call('POST', '/projections/balances/rebuild', { headers: treasurer })).status(202, 'for a treasurer');
    await hasBalance(account, 90, position, 'while and after the projection is built again');
    expect(await call('POST', '/projections/nonsense/rebuild', { headers: treasurer })).status(404, 'for an unknown projection');
  });

  it('the audit finds nothing, and is for treasurers', async () => {
    expect(await call('GET', '/audit', { headers: treasurer })).status(200, 'for a treasurer').field('ok', true);
    expect(await call('GET', '/audit', { headers: newMember().headers })).status(403, 'for a member');
  });
});
