// #region core
export function createBookings(store, { lanes }) {
  return {
    async book(slot, name) {
      if (!/^\d\d:\d\d$/.test(slot) || name === '') return 'invalid';
      const added = await store.add(slot, name, lanes);
      return added ? 'booked' : 'full';
    },
  };
}
// #endregion core
