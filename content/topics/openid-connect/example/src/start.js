import { openAccounts } from './accounts.js';
import { createProvider } from './provider.js';
import { createRooms } from './rooms.js';

const rooms = 'http://localhost:4000';
const issuer = 'http://localhost:4001';
createProvider({ issuer, rooms, id: 'acme' }).listen(4001);
createRooms({
  url: rooms,
  providers: {
    acme: { issuer, secret: 'secret-of-rooms', allow: () => true },
  },
  db: openAccounts(),
}).listen(4000, () => console.log(`Open ${rooms}/login/acme`));
