// #region peek
import { createServer } from 'node:net';

const isText = (bytes) =>
  bytes.every((byte) => byte >= 32 || byte === 10 || byte === 13);

const server = createServer((socket) => {
  socket.on('error', () => {}); // the client may leave early
  socket.once('data', (bytes) => {
    console.log(bytes.subarray(0, 12));
    if (isText(bytes)) {
      console.log(bytes.toString().replaceAll('\r\n', '\\r\\n\n'));
    }
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok\n');
  });
});
server.listen(3001);
// #endregion peek
