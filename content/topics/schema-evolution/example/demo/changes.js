// Which changes are compatible in Avro, and in which direction.
import { problem } from '../src/avro.js';

const record = (...fields) => ({ type: 'record', name: 'Stop', fields });
const elevator = { name: 'elevator', type: 'string' };
const floor = { name: 'floor', type: 'int' };
const state = (more, ...symbols) => ({
  name: 'state',
  type: { type: 'enum', name: 'State', symbols, ...more },
});
const before = record(elevator, floor);
const changes = {
  'add load, no default': [
    before,
    record(elevator, floor, { name: 'load', type: 'int' }),
  ],
  'add load, default 0': [
    before,
    record(elevator, floor, { name: 'load', type: 'int', default: 0 }),
  ],
  'remove floor': [before, record(elevator)],
  'int to long': [before, record(elevator, { name: 'floor', type: 'long' })],
  'rename, with alias': [
    before,
    record(elevator, { name: 'level', type: 'int', aliases: ['floor'] }),
  ],
  'new enum symbol': [
    record(state({}, 'OPEN', 'SHUT')),
    record(state({}, 'OPEN', 'SHUT', 'SMOKE')),
  ],
};
for (const [change, [older, newer]] of Object.entries(changes)) {
  const say = (reader, writer) => (problem(reader, writer) ? 'no ' : 'yes');
  console.log(
    `${change.padEnd(21)} backward ${say(newer, older)}  forward ${say(older, newer)}`,
  );
}
