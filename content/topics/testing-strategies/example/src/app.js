import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { BadRequest } from './errors.js';
import { fee } from './fee.js';

function send(res, status, body) {
  res.writeHead(status, { 'content-type': 'application/json' });
  res.end(JSON.stringify(body));
}

// #region valid
/** A day that exists, as YYYY-MM-DD. */
function validDay(text) {
  const day = /^20\d\d-\d\d-\d\d$/.test(text) ? new Date(text) : NaN;
  if (Number.isNaN(Number(day)) || day.toISOString().slice(0, 10) !== text) {
    throw new BadRequest('a date has the form 2026-06-30');
  }
  return text;
}

function validPlate(text) {
  if (typeof text !== 'string' || !/^[A-Z0-9-]{1,12}$/.test(text)) {
    throw new BadRequest('the plate is missing or not a plate');
  }
  return text;
}

function validPermit({ plate, from, until }) {
  validPlate(plate);
  if (validDay(from) > validDay(until)) {
    throw new BadRequest('the permit ends before it begins');
  }
  return { plate, from, until };
}
// #endregion valid

// #region app
export function createApp(store) {
  async function addPermit(req, res) {
    const { plate, from, until } = validPermit(Object(await json(req)));
    await store.add({ plate, from, until });
    send(res, 201, { plate, cents: fee({ from, until }) });
  }

  async function showPermit(res, plate, day) {
    const valid = await store.isValid(validPlate(plate), validDay(day));
    send(res, 200, { plate, valid });
  }

  return createServer(async (req, res) => {
    try {
      const { pathname, searchParams } = new URL(req.url, 'http://localhost');
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
      } else if (error.name === 'BadRequest') {
        send(res, 400, { error: error.message });
      } else if (error instanceof SyntaxError || error instanceof URIError) {
        send(res, 400, { error: 'the URL or the body cannot be read' });
      } else {
        console.error(error);
        send(res, 500, { error: 'internal error' });
      }
    }
  });
}
// #endregion app
