// fails: An event that fails holds back its own order only
export async function relay({ outbox, broker }) {
  let count = 0;
  for (const event of await outbox.unsent()) {
    try {
      await broker.send(event);
    } catch {
      return count;
    }
    await outbox.markSent(event.id);
    count += 1;
  }
  return count;
}
