// #region app
import { createServer } from 'node:http';

const STATUS = { booked: 201, full: 409, invalid: 400 };

export function createApp(bookings) {
  return createServer(async (req, res) => {
    try {
      const url = URL.parse(req.url, 'http://localhost'); // null for //
      if (req.method !== 'POST' || url?.pathname !== '/bookings') {
        res.writeHead(404).end('not found\n');
        return;
      }
      const slot = url.searchParams.get('slot') ?? '';
      const name = url.searchParams.get('name') ?? '';
      const outcome = await bookings.book(slot, name);
      res.writeHead(STATUS[outcome]).end(`${outcome}\n`);
    } catch (error) {
      console.error(error);
      res.writeHead(500).end('internal error\n');
    }
  });
}
// #endregion app
