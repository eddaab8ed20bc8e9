import { transaction } from './transaction.js';

// #region book
/** Books all nights or none. False if one of them is taken. */
export async function book(guestId, pitch, nights, options) {
  try {
    await transaction(async (connection) => {
      for (const night of nights.toSorted())
        await connection.execute(
          'INSERT INTO booking (guest_id, pitch, night) VALUES (?, ?, ?)',
          [guestId, pitch, night],
        );
    }, options);
    return true;
  } catch (error) {
    if (error.code === 'ER_DUP_ENTRY') return false;
    throw error;
  }
}
// #endregion book

// #region unsafe
const freeThenInsert = (guestId, pitch, night, pause) => async (connection) => {
  const [taken] = await connection.execute(
    'SELECT id FROM booking WHERE pitch = ? AND night = ? FOR UPDATE',
    [pitch, night],
  );
  if (taken.length > 0) return false;
  await pause();
  await connection.execute(
    'INSERT INTO booking (guest_id, pitch, night) VALUES (?, ?, ?)',
    [guestId, pitch, night],
  );
  return true;
};
// #endregion unsafe

/** For the test: locks a row that doesn't exist yet. */
export const bookWithGapLock = (guestId, pitch, night, pause, options) =>
  transaction(freeThenInsert(guestId, pitch, night, pause), options);
