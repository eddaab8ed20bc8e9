// #region memory
export function memoryStore() {
  const slots = new Map();
  return {
    async add(slot, name, limit) {
      const names = slots.get(slot) ?? [];
      if (names.length >= limit) return false;
      slots.set(slot, [...names, name]);
      return true;
    },
  };
}
// #endregion memory
