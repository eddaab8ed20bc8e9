// #region server
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { labelsFor } from './labels.js';

const printed = new Map(); // for people who ask for the same labels again
let jobs = 0;

async function handleRequest(req, res) {
  const labels = labelsFor(await text(req));
  printed.set(++jobs, labels);
  res.end(labels.map((label) => label.text).join('\n'));
}

const { PORT = 3000 } = process.env;
createServer(handleRequest).listen(PORT, () => {
  console.log(`process ${process.pid} listens on port ${PORT}`);
});
// #endregion server
