// fails: An event that fails holds back its own order only
export async function relay({ outbox, broker }) {
  let count = 0;
  for (const event of await outbox.unsent()) {
    const isSent = await broker.send(event).then(() => true, () => false);
    if (!isSent) continue;
    await outbox.markSent(event.id);
    count += 1;
  }
  return count;
}
