import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

// #region responses
function sendGauge(res) {
  res.setHeader('Content-Type', 'application/json');
  res.end('{"station":"Wörth","cm":41}\n');
}

async function sendReport(res) {
  res.setHeader('Content-Type', 'text/plain; charset=utf-8');
  res.write('Wörth: ');
  await sleep(100); // computing the rest takes a while
  res.end('41 cm and rising\n');
}
// #endregion responses

function sendStatus(res, status) {
  res.statusCode = status;
  res.end();
}

export function createHandler(store) {
  async function handle(req, res) {
    const body = await text(req);
    const url = URL.parse(req.url, 'http://localhost');
    if (!url) return sendStatus(res, 400);
    const method = req.method === 'HEAD' ? 'GET' : req.method;

    switch (`${method} ${url.pathname}`) {
      case 'GET /gauges/12':
        return sendGauge(res);
      case 'GET /report':
        return sendReport(res);
      case 'POST /readings':
        try {
          store.readings.push(JSON.parse(body));
        } catch {
          console.log(`server: not JSON: ${body}`);
          return sendStatus(res, 400);
        }
        return sendStatus(res, 201);
      case 'POST /notes':
        store.notes.push(body);
        return sendStatus(res, 201);
      case 'DELETE /readings':
        store.readings.length = 0;
        return sendStatus(res, 204);
      default:
        return sendStatus(res, 404);
    }
  }

  return (req, res) => handle(req, res).catch(() => res.destroy());
}
