import assert from 'node:assert/strict';
import { test } from 'node:test';
import { URI } from 'otpauth';
import { openLibrary } from '../demo/library.js';
import { checkPassword, findMember, startSession } from '../src/login.js';
import { issue, redeem } from '../src/one-time.js';
import { finishReset, sendReset } from '../src/reset.js';
import { checkSecondFactor } from '../src/second-factor.js';
import { checkTotp, enroll, removeTotp } from '../src/totp.js';

const db = await openLibrary(4);
const fine = async () => undefined;
const [mara, omar] = [{ id: 1 }, { id: 2 }];

// #region once
test('fifty parallel attempts with one recovery code: one success', async () => {
  const code = await issue(db, 'recovery', mara.id, '10 years');
  const results = await Promise.all(
    Array.from({ length: 50 }, () => checkSecondFactor(db, mara, code)),
  );
  assert.equal(results.filter(Boolean).length, 1);
});
// #endregion once

test('a code works typed with dashes, for its member and its purpose', async () => {
  const code = await issue(db, 'recovery', mara.id, '10 years');
  assert.equal(await checkSecondFactor(db, omar, code), false);
  assert.equal(await redeem(db, 'reset', code), undefined);
  const typed = code.toUpperCase().replace(/(.{4})(?=.)/g, '$1-');
  assert.equal(await checkSecondFactor(db, mara, typed), true);
  const late = await issue(db, 'recovery', mara.id, '-1 second');
  assert.equal(await checkSecondFactor(db, mara, late), false);
});

test('a reset changes the password once and ends all sessions', async () => {
  const mails = [];
  const sendMail = async (to, link) => mails.push(link);
  await sendReset(db, 'nobody@mail.example', sendMail);
  assert.deepEqual(mails, []);
  await sendReset(db, 'member3@mail.example', sendMail);
  await sendReset(db, 'member3@mail.example', sendMail);
  const [first, second] = mails.map((m) => new URL(m).searchParams.get('code'));

  const email = 'member3@mail.example';
  const member = await checkPassword(db, email, 'old password 3');
  const session = await startSession(db, member);
  assert.equal((await findMember(db, session)).id, 3);

  const never = () => assert.fail('too early');
  assert.match(await finishReset(db, 'invented', 'x', never), /expired/);
  const weak = async () => 'Too short.';
  assert.equal(await finishReset(db, second, 'x', weak), 'Too short.');
  assert.equal(await finishReset(db, second, 'new one', fine), undefined);
  for (const code of [first, second]) {
    assert.match(await finishReset(db, code, 'other', fine), /expired/);
  }
  assert.equal(await findMember(db, session), undefined);
  assert.equal(await checkPassword(db, email, 'old password 3'), undefined);
  assert.equal((await checkPassword(db, email, 'new one')).id, 3);
});

test('a reset link goes to the stored address, not to a look-alike', async () => {
  const typed = 'member3@ma\u0130l.example'; // lower() makes this İ an i
  const sent = [];
  await sendReset(db, typed, async (to) => sent.push(to));
  assert.deepEqual(sent, ['member3@mail.example']);
});

test('a login that was under way during a reset gets no session', async () => {
  const email = 'member4@mail.example';
  const member = await checkPassword(db, email, 'old password 4');
  await sendReset(db, email, async (to, link) => {
    const code = new URL(link).searchParams.get('code');
    await finishReset(db, code, 'new one', fine);
  });
  const session = await startSession(db, member);
  assert.equal(await findMember(db, session), undefined);
});

test('a code from the app counts once, and only after enrollment', async () => {
  const totp = URI.parse(await enroll(db, omar.id));
  const now = 1_800_000_000_000;
  const at = (seconds) => totp.generate({ timestamp: now + seconds * 1000 });
  const check = (token, confirm = false) =>
    checkTotp(db, omar.id, token, { now, confirm });

  assert.equal(await check(at(0)), false); // not confirmed
  assert.equal(await check('000000', true), false);
  assert.equal(await check(at(-60), true), false); // too old
  assert.equal(await check(at(60), true), false);
  assert.equal(await check(at(-30), true), true);
  assert.equal(await check(at(-30)), false); // used
  const both = await Promise.all([check(at(0)), check(at(0))]);
  assert.deepEqual(both.sort(), [false, true]);
  await assert.rejects(enroll(db, omar.id), /old factor/);
  assert.equal(await checkTotp(db, mara.id, at(30), { now }), false);

  const session = await startSession(db, { id: omar.id, version: 1 });
  assert.ok(await findMember(db, session));
  await removeTotp(db, omar.id);
  assert.equal(await findMember(db, session), undefined);
  assert.equal(await check(at(30)), false);
});

test('a code from one QR code does not confirm another one', async () => {
  const token = URI.parse(await enroll(db, mara.id)).generate();
  const interrupted = {
    async query(...args) {
      const result = await db.query(...args);
      if (args[0].startsWith('SELECT')) await enroll(db, mara.id); // second tab
      return result;
    },
  };
  const confirm = { confirm: true };
  assert.equal(await checkTotp(interrupted, mara.id, token, confirm), false);
});
