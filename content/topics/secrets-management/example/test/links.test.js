import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { createSigner } from '../src/links.js';

const march = randomBytes(32);
const june = randomBytes(32);

// #region rotation
test('old links work until the old key is removed', () => {
  const before = createSigner({ current: 'march', march });
  const step1 = createSigner({ current: 'march', march, june });
  const step2 = createSigner({ current: 'june', march, june });
  const step3 = createSigner({ current: 'june', june });

  const oldLink = before.sign('unsubscribe-17');
  const newLink = step2.sign('unsubscribe-17');
  assert.equal(step2.verify(oldLink), 'unsubscribe-17');
  assert.equal(step1.verify(newLink), 'unsubscribe-17'); // not restarted yet
  assert.equal(before.verify(newLink), undefined); // step 1 was skipped here
  assert.equal(step3.verify(oldLink), undefined);
});
// #endregion rotation

test('what was not signed by us is refused', () => {
  const signer = createSigner({ current: 'march', march, june });
  const link = signer.sign('unsubscribe-17');
  const [text, id, mac] = link.split('.');
  const forged = [
    `unsubscribe-18.${id}.${mac}`,
    `${text}.june.${mac}`,
    `${text}.constructor.${mac}`,
    `${text}.current.${mac}`,
    `${text}.${id}.${mac.slice(0, -2)}`,
    `${text}.${id}.`,
    `${text}.${id}`,
    `x.${link}`,
    '',
  ];
  for (const one of forged) assert.equal(signer.verify(one), undefined, one);
});

test('the text may be anything', () => {
  const signer = createSigner({ current: 'march', march });
  for (const text of ['', 'a.b.c', 'two\nlines', 'ü/?&']) {
    assert.equal(signer.verify(signer.sign(text)), text);
  }
});

test('a key may be named after a date, but not with a dot', () => {
  const signer = createSigner({ current: '2026-06', '2026-06': june });
  assert.equal(signer.verify(signer.sign('a')), 'a');
  assert.throws(() => createSigner({ current: 'v1.2', 'v1.2': june }));
});

test('without its key, the signer does not start', () => {
  assert.throws(() => createSigner({ current: 'june', march }));
});

test('an empty or short key, which anyone could guess, is refused', () => {
  for (const june of ['', 'secret']) {
    assert.throws(() => createSigner({ current: 'march', march, june }));
  }
});
