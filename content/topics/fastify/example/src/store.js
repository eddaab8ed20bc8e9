/** Members in memory. A real service would have a pool of database connections here. */
export function createStore() {
  const members = new Map();
  return {
    async find(id) {
      return members.get(id);
    },
    async list(limit) {
      return [...members.values()].slice(0, limit);
    },
    async add({ name, beds }) {
      const row = { id: members.size + 1, name, beds, pin_hash: 'scrypt$1f…' };
      members.set(row.id, row);
      return row;
    },
    async close() {},
  };
}
