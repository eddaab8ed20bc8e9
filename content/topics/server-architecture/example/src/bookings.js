// #region core
export function createBookings(store, { lanes }) {
  return {
    async book(slot, name) {
      if (!/^([01]\d|2[0-3]):\d\d$/.test(slot) || name === '') return 'invalid';
      const added = await store.add(slot, name, lanes);
      return added ? 'booked' : 'full';
    },
  };
}
// #endregion core
