import { openDatabase } from '../dev/database.js';

const { db, close } = await openDatabase();

// #region save
async function savePacket(id, form) {
  await db.query('UPDATE packet SET grams = $2, note = $3 WHERE id = $1', [
    id,
    form.grams,
    form.note,
  ]);
  return 'Saved';
}
// #endregion save

async function show() {
  const { rows } = await db.query('SELECT grams, note FROM packet');
  return rows[0];
}

// The phone app doesn't know about notes.
console.log('phone:', await savePacket(1, { grams: 4 }), await show());

// Someone has already given packet 50 away.
console.log('packet 50:', await savePacket(50, { grams: 4, note: 'dry' }));

// Two members open the form at the same time, and save one after the other.
const forMia = await show();
const forSam = await show();
await savePacket(1, { ...forMia, grams: 3 });
await savePacket(1, { ...forSam, note: 'from Ines' });
console.log('Mia set 3 grams, then Sam set a note:', await show());

await close();
