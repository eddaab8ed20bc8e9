import { join } from 'node:path';
import { createApp } from './app.js';
import { findHall } from './halls.js';

// #region settings
const port = Number(process.env.PORT || 3000);
const file =
  process.env.HALLS_FILE || join(import.meta.dirname, '../data/halls.json');
// #endregion settings

const server = createApp((name) => findHall(file, name));
server.listen(port, () => {
  console.log('listening on port', server.address().port);
});

// #region stop
const unused = new Set(); // browsers open connections in advance
server.on('connection', (socket) => {
  unused.add(socket);
  socket.once('close', () => unused.delete(socket));
});
server.on('request', (req) => unused.delete(req.socket));

function stop(signal) {
  console.log(signal, 'received');
  server.close();
  for (const socket of unused) socket.destroy(); // or they'd hold us up
  setTimeout(() => process.exit(1), 8000).unref();
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
// #endregion stop
