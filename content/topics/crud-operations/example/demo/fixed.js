import { openDatabase } from '../src/database.js';
import { getPacket, updatePacket } from '../src/packets.js';

const db = await openDatabase();

console.log('phone:', await updatePacket(db, 1, 1, { grams: 4 }));
console.log('packet 50:', await updatePacket(db, 50, 1, { grams: 4 }));

const { row } = await getPacket(db, 1); // both see version 2
console.log('Mia:', await updatePacket(db, 1, row.version, { grams: 3 }));
console.log('Sam:', await updatePacket(db, 1, row.version, { note: null }));

await db.close();
