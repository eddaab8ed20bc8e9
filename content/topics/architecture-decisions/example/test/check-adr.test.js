import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check } from '../src/check-adr.js';

const folder = new URL('../adr/', import.meta.url);
const ours = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}));

/** Our records, with one piece of text replaced in one of them. */
function changed(number, from, to) {
  return ours.map((file) => {
    if (!file.name.startsWith(number)) return file;
    assert.ok(file.text.includes(from));
    return { ...file, text: file.text.replace(from, to) };
  });
}

test('our records have no faults', () => {
  assert.equal(ours.length, 3);
  assert.deepEqual(check(ours), []);
});

test('our records have no faults with line ends of Windows', () => {
  const windows = ours.map(({ name, text }) => ({
    name,
    text: text.replaceAll('\n', '\r\n'),
  }));
  assert.deepEqual(check(windows), []);
});

const cases = [
  ['0009', 'Status: accepted', 'Status: done', /status is done/],
  ['0009', 'Status: accepted\n', '', /status is missing/],
  ['0009', 'Reopen when:', 'Reopen maybe:', /no "Reopen when"/],
  ['0009', '## Consequences', '## Results', /no text under "Consequences"/],
  ['0007', /We will not[^#]*/.exec(ours[1].text)[0], '', /under "Decision"/],
  ['0009', 'Supersedes: 4\n', '', /9 doesn't say that it supersedes it/],
  ['0004', 'superseded by 9', 'accepted', /4 isn't marked as superseded/],
  ['0004', 'superseded by 9', 'superseded by 8', /8 doesn't say/],
  ['0009', 'Decided:', 'Signed:', /no "Decided"/],
  ['0004', 'superseded by 9', 'superseded by 4', /4 isn't later/],
  ['0009', '## Consequences', '## Consequences for us', /"Consequences"/],
  ['0009', 'Status: accepted', 'Status: proposed', /9 is only proposed/],
];
for (const [number, from, to, fault] of cases) {
  test(`${JSON.stringify(to || from).slice(0, 40)} in ${number} is a fault`, () => {
    assert.match(check(changed(number, from, to)).join('\n'), fault);
  });
}

test('a section may begin with a heading of its own', () => {
  const from = '## Consequences\n';
  const files = changed('0009', from, `${from}\n### Good\n`);
  assert.deepEqual(check(files), []);
});

test('a heading alone is not text', () => {
  const [, text] = /## Consequences([^#]*)/.exec(ours[2].text);
  const files = changed('0009', text, '\n\n### Good\n');
  assert.match(check(files).join('\n'), /no text under "Consequences"/);
});

test('a proposal does not touch the record that it wants to replace', () => {
  const files = changed('0009', 'Status: accepted', 'Status: proposed').map(
    (file) => ({
      ...file,
      text: file.text.replace('superseded by 9', 'accepted'),
    }),
  );
  assert.deepEqual(check(files), []);
});

test('two records with one number are a fault', () => {
  const files = [...ours, { ...ours[2], name: '0009-other.md' }];
  assert.match(check(files).join('\n'), /another record/);
});
