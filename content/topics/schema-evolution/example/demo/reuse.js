// What a reader sees whose schema uses the number of a deleted field again.
import { join } from 'node:path';
import { load, problems, read, write } from '../src/proto.js';

const [v1, v2, reused] = ['v1', 'v2', 'reused'].map((name) =>
  load(join(import.meta.dirname, `../schemas/proto/${name}.proto`)),
);
const stored = write(v1, { elevator: 'N7', floor: 12, operator: 'M. Rossi' });
console.log('bytes: ', Buffer.from(stored).toString('hex'));
console.log('v2:    ', read(v2, stored));
console.log('reused:', read(reused, stored));
console.log('check v2:    ', problems(v2, v1));
console.log('check reused:', problems(reused, v1));
