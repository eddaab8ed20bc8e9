import { openDatabase } from '../dev/database.js';
import { getPacket, updatePacket } from '../src/packets.js';

const { db, close } = await openDatabase();
const result = (work) => work.catch((problem) => `Problem: ${problem.message}`);

const phone = updatePacket(db, 1, 1, { grams: 4 });
console.log('phone:', await result(phone));

const missing = updatePacket(db, 50, 1, { grams: 4 });
console.log('packet 50:', await result(missing));

const { version } = await getPacket(db, 1); // Mia and Sam both see version 2
const mia = updatePacket(db, 1, version, { grams: 3 });
console.log('Mia:', await result(mia));
const sam = updatePacket(db, 1, version, { note: 'from Ines, 2026' });
console.log('Sam:', await result(sam));

await close();
