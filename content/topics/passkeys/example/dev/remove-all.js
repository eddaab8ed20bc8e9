// One of two processes that remove one passkey of each account at the same time.
import { removePasskey } from '../src/passkeys.js';
import { openStore } from '../src/store.js';

const db = openStore(process.argv[2], 60_000); // on a busy disk, 200 writes take turns
process.on('message', (pairs) => {
  for (const { handle, id } of pairs) removePasskey(db, { handle }, id);
  process.send('done', () => process.exit());
});
process.send('ready');
