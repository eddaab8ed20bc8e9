import { Bids } from './bids.js';
import { createAuctionServer } from './server.js';
import { Tickets } from './tickets.js';

const { DATABASE_URL, ORIGIN, HOST = '127.0.0.1', PORT = 3000 } = process.env;

const bids = await Bids.open(DATABASE_URL);
const tickets = new Tickets(DATABASE_URL);
const { server, stop } = createAuctionServer({ bids, tickets, origin: ORIGIN });

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 8_000).unref(); // the database hangs
  await stop();
  await Promise.all([bids.close(), tickets.close()]);
});

server.listen(Number(PORT), HOST, () => {
  console.log('listening on port', server.address().port);
});
