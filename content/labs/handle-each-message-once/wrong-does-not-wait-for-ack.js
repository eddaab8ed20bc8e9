// fails: An acknowledgment that fails is an error, too
export function createWorker(db) {
  return async function handle({ id, account, amount }, ack) {
    await db.transaction(async (tx) => {
      if (await tx.hasSeen(id)) return;
      await tx.setBalance(account, (await tx.getBalance(account)) - amount);
      await tx.markSeen(id);
    });
    ack();
  };
}
