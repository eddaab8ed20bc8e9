import { createGated, createUnbounded } from '../src/app.js';

const app = process.argv[2] === 'gated' ? createGated() : createUnbounded();
const server = app.listen(0, '127.0.0.1', () => {
  process.send(`http://127.0.0.1:${server.address().port}`);
});
