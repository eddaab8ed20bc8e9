// fails: The same message twice at the same time counts once
export function createWorker(db) {
  return async function handle({ id, account, amount }, ack) {
    const isKnown = await db.transaction((tx) => tx.hasSeen(id));
    if (!isKnown) {
      await db.transaction(async (tx) => {
        await tx.setBalance(account, (await tx.getBalance(account)) - amount);
        await tx.markSeen(id);
      });
    }
    await ack();
  };
}
