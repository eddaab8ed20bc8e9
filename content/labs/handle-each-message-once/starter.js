export function createWorker(db) {
  return async function handle({ id, account, amount }, ack) {
    ack();
    await db.transaction(async (tx) => {
      await tx.setBalance(account, (await tx.getBalance(account)) - amount);
    });
  };
}
