import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { fee } from './fee.js';

function send(res, status, body) {
  res.writeHead(status, { 'content-type': 'application/json' });
  res.end(JSON.stringify(body));
}

// #region app
export function createApp(store) {
  async function addPermit(req, res) {
    const { plate, from, until } = await json(req);
    await store.add({ plate, from, until });
    send(res, 201, { plate, cents: fee({ from, until }) });
  }

  async function showPermit(res, plate, day) {
    const valid = await store.isValid(plate, day);
    send(res, 200, { plate, valid });
  }

  return createServer(async (req, res) => {
    const { pathname, searchParams } = new URL(req.url, 'http://localhost');
    try {
      if (req.method === 'POST' && pathname === '/permits') {
        await addPermit(req, res);
      } else if (req.method === 'GET' && pathname.startsWith('/permits/')) {
        const plate = decodeURIComponent(pathname.split('/')[2]);
        await showPermit(res, plate, searchParams.get('on'));
      } else {
        send(res, 404, { error: 'not found' });
      }
    } catch (error) {
      if (error.name === 'DuplicatePermit') {
        send(res, 409, { error: error.message });
      } else if (error instanceof SyntaxError) {
        send(res, 400, { error: 'the body is not JSON' });
      } else {
        console.error(error);
        send(res, 500, { error: 'internal error' });
      }
    }
  });
}
// #endregion app
