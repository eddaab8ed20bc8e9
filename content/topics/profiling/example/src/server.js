import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { labelsFor } from './labels.js';

async function handleRequest(req, res) {
  const labels = labelsFor(await text(req));
  res.end(labels.map((label) => label.text).join('\n'));
}

const { PORT = 3000 } = process.env;
createServer(handleRequest).listen(PORT, () => {
  console.log(`process ${process.pid} listens on port ${PORT}`);
});
