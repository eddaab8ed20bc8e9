export async function relay({ outbox, broker }) {
  const events = await outbox.unsent();
  for (const { id } of events) await outbox.markSent(id);
  await Promise.all(events.map((event) => broker.send(event)));
  return events.length;
}
