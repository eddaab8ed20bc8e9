import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as avro from '../src/avro.js';
import * as proto from '../src/proto.js';

const folder = join(import.meta.dirname, '../schemas');
const json = (path) => JSON.parse(readFileSync(join(folder, path), 'utf8'));
const isVersion = (file) => /^v\d+\./.test(file);
const number = (file) => Number(/\d+/.exec(file)[0]);
const versions = (format) =>
  readdirSync(join(folder, format))
    .filter(isVersion)
    .sort((a, b) => number(a) - number(b));
const avroSchemas = versions('avro').map((file) => json(`avro/${file}`));
const protoTypes = versions('proto').map((file) =>
  proto.load(join(folder, 'proto', file)),
);
const golden = json('golden.json');

// #region golden
test('the newest schema reads stored messages of each version', () => {
  for (const { format, version, hex, expected } of golden) {
    const bytes = Buffer.from(hex, 'hex');
    const message =
      format === 'proto'
        ? proto.read(protoTypes.at(-1), bytes)
        : avro.read(bytes, json(`avro/${version}.json`), avroSchemas.at(-1));
    assert.deepEqual(message, expected, `${format} ${version}`);
  }
});
// #endregion golden

test('each version has a stored message', () => {
  for (const format of ['avro', 'proto'])
    assert.deepEqual(
      golden.filter((one) => one.format === format).map((one) => one.version),
      versions(format).map((file) => file.split('.')[0]),
    );
});

test('the newest schema is compatible with all earlier ones', () => {
  assert.deepEqual(avro.checkHistory(avroSchemas), []);
  for (const older of protoTypes)
    assert.deepEqual(proto.problems(protoTypes.at(-1), older), []);
});

test('a number with another name or type, and one not reserved, are found', () => {
  const stop = (fields) =>
    proto.parse(`syntax = "proto3"; message Stop { ${fields} }`);
  const before = stop('string elevator = 1; int32 floor = 2;');
  const found = (fields) => proto.problems(stop(fields), before);
  assert.match(found('string elevator = 1; int32 load = 2;')[0], /is now load/);
  assert.match(
    found('string elevator = 1; string floor = 2;')[0],
    /was int32, is string/,
  );
  assert.match(found('string elevator = 1;')[0], /not reserved/);
  assert.match(
    found('string elevator = 1; repeated int32 floor = 2;')[0],
    /was int32, is repeated int32/,
  );
  assert.deepEqual(found('reserved 2; string elevator = 1;'), []);
  assert.throws(() => stop('reserved 2; int32 load = 2;'), /reserved/);
});

test('changes in enums, nested messages, maps and oneofs are found', () => {
  const parse = (text) => proto.parse(`syntax = "proto3"; ${text}`);
  const door = (values) =>
    parse(`enum D { ${values} } message Stop { D d = 1; }`);
  const who = (field) =>
    parse(`message W { ${field} } message Stop { W who = 1; }`);
  const stop = (fields) => parse(`message Stop { ${fields} }`);
  const doors = door('NONE = 0; OPEN = 1; CLOSED = 2;');
  const bytes = proto.write(doors, { d: 1 });
  assert.deepEqual(proto.read(doors, bytes), { d: 'OPEN' }); // not 1
  for (const [newer, older, expected] of [
    [door('NONE = 0; CLOSED = 1; OPEN = 2;'), doors, 2],
    [door('NONE = 0; OPEN = 1; STUCK = 2;'), doors, 1],
    [door('NONE = 0; OPEN = 1;'), doors, 1],
    [door('reserved 2; NONE = 0; OPEN = 1;'), doors, 0],
    [door('NONE = 0; OPEN = 1; CLOSED = 2; STUCK = 3;'), doors, 0],
    [who('string note = 1;'), who('string operator = 1;'), 1],
    [
      parse('enum W { NONE = 0; } message Stop { W who = 1; }'),
      who('string operator = 1;'),
      1,
    ],
    [stop('Stop next = 1;'), stop('Stop next = 1;'), 0],
    [stop('map<string, int32> m = 1;'), stop('map<int32, int32> m = 1;'), 1],
    [
      stop('oneof o { int32 a = 1; int32 b = 2; }'),
      stop('int32 a = 1; int32 b = 2;'),
      2,
    ],
  ])
    assert.equal(proto.problems(newer, older).length, expected);
});

const record = (...fields) => ({ type: 'record', name: 'Stop', fields });
const floor = { name: 'floor', type: 'int' };
const load = { name: 'load', type: 'int' };

test('BACKWARD looks at the latest version, BACKWARD_TRANSITIVE at all', () => {
  const history = [
    record(floor),
    record(floor, { ...load, default: 0 }),
    record(floor, load),
  ];
  assert.deepEqual(avro.checkHistory(history, 'BACKWARD'), []);
  assert.equal(avro.checkHistory(history, 'BACKWARD_TRANSITIVE').length, 1);
});

test('an unknown mode is an error', () => {
  assert.throws(
    () => avro.checkHistory([record(floor)], 'BACKWRD'),
    RangeError,
  );
});

test('each mode finds the change that it is about', () => {
  const added = [record(floor), record(floor, load)];
  const removed = [record(floor, load), record(floor)];
  assert.equal(avro.checkHistory(added, 'BACKWARD').length, 1);
  assert.equal(avro.checkHistory(added, 'FORWARD').length, 0);
  assert.equal(avro.checkHistory(removed, 'BACKWARD').length, 0);
  assert.equal(avro.checkHistory(removed, 'FORWARD').length, 1);
  assert.equal(avro.checkHistory(removed, 'FULL').length, 1);
});

test('an enum with a default reads a symbol that it does not know', () => {
  const state = (symbols, more) =>
    record({
      name: 'state',
      type: { type: 'enum', name: 'State', symbols, ...more },
    });
  const newer = state(['UNKNOWN', 'OPEN', 'SMOKE']);
  const bytes = avro.write({ state: 'SMOKE' }, newer);
  const older = ['UNKNOWN', 'OPEN'];
  assert.throws(() => avro.read(bytes, newer, state(older)));
  const prepared = state(older, { default: 'UNKNOWN' });
  assert.deepEqual(avro.read(bytes, newer, prepared), { state: 'UNKNOWN' });
});

test('protobufjs drops unknown fields when it writes a message again', () => {
  const [v1, v2] = protoTypes;
  const bytes = proto.write(v2, { elevator: 'N7', floor: 3, load: 90 });
  const passedOn = v1.encode(v1.decode(bytes)).finish();
  assert.deepEqual(proto.read(v2, passedOn), { elevator: 'N7', floor: 3 });
});

test('a wrong type and cut off bytes are errors', () => {
  const [v1] = protoTypes;
  assert.throws(() => proto.write(v1, { floor: 'twelve' }), TypeError);
  const bytes = proto.write(v1, { elevator: 'N7', floor: 3 });
  assert.throws(() => proto.read(v1, bytes.subarray(0, 3)), RangeError);
  const [schema] = avroSchemas;
  assert.throws(() => avro.read(Buffer.from('04', 'hex'), schema, schema));
});
