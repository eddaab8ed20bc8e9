// fails: It is acknowledged after the commit
export function createWorker(db) {
  return async function handle({ id, account, amount }, ack) {
    await ack();
    await db.transaction(async (tx) => {
      if (await tx.hasSeen(id)) return;
      await tx.setBalance(account, (await tx.getBalance(account)) - amount);
      await tx.markSeen(id);
    });
  };
}
