// fails: A repeated message is noticed after a restart
export function createWorker(db) {
  const seen = new Set();
  return async function handle({ id, account, amount }, ack) {
    if (!seen.has(id)) {
      seen.add(id);
      try {
        await db.transaction(async (tx) => tx.setBalance(account, (await tx.getBalance(account)) - amount));
      } catch (error) {
        seen.delete(id);
        throw error;
      }
    }
    await ack();
  };
}
