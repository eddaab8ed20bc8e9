// fails: An event is marked after it was sent
export async function relay({ outbox, broker }) {
  const stuck = new Set();
  let count = 0;
  for (const event of await outbox.unsent()) {
    if (stuck.has(event.order)) continue;
    await outbox.markSent(event.id);
    try {
      await broker.send(event);
      count += 1;
    } catch {
      stuck.add(event.order);
    }
  }
  return count;
}
