import http from 'node:http';
import http2 from 'node:http2';
import { createHandler } from './handler.js';

// #region server
const handler = createHandler({ readings: [], notes: [] });
http.createServer(handler).listen(3000);
http2.createServer(handler).listen(3002);
console.log('HTTP/1.1 on port 3000, HTTP/2 on port 3002');
// #endregion server
