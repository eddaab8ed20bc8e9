// fails: A failure stores nothing, and the next delivery works
export function createWorker(db) {
  return async function handle({ id, account, amount }, ack) {
    const isNew = { value: false };
    await db.transaction(async (tx) => {
      isNew.value = !(await tx.hasSeen(id));
      if (isNew.value) await tx.markSeen(id);
    });
    if (isNew.value)
      await db.transaction(async (tx) => {
        await tx.setBalance(account, (await tx.getBalance(account)) - amount);
      });
    await ack();
  };
}
