// #region owner
/** The only way to the bookings: those of one passenger. */
export function createBookingsOf(rows) {
  return (owner) => ({
    get(id) {
      const booking = rows.get(id);
      return booking?.owner === owner ? booking : undefined;
    },
  });
}
// #endregion owner
