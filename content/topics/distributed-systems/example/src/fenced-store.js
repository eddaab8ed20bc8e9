// #region store
/** Only the newest assignment may write. */
export function createFencedStore() {
  let newest = 0;
  const bills = [];
  return {
    bills,
    fence(assignment) {
      newest = Math.max(newest, assignment);
    },
    write(bill, assignment) {
      if (assignment !== newest) return 'refused';
      bills.push(bill);
      return 'written';
    },
  };
}
// #endregion store
