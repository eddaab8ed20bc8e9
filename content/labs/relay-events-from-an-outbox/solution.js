export async function relay({ outbox, broker }) {
  const stuck = new Set();
  let count = 0;
  for (const event of await outbox.unsent()) {
    if (stuck.has(event.order)) continue;
    try {
      await broker.send(event);
    } catch {
      stuck.add(event.order);
      continue;
    }
    await outbox.markSent(event.id);
    count += 1;
  }
  return count;
}
