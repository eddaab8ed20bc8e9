// fails: Events are sent one at a time, with all their fields
// says: sends the events of several orders at the same time.
export async function relay({ outbox, broker }) {
  const byOrder = Map.groupBy(await outbox.unsent(), (e) => e.order);
  const counts = await Promise.all([...byOrder.values()].map(async (events) => {
    let n = 0;
    for (const e of events) {
      try { await broker.send(e); } catch { break; }
      await outbox.markSent(e.id); n++;
    }
    return n;
  }));
  return counts.reduce((a, b) => a + b, 0);
}
