// fails: When marking fails, the round ends with that error
// says: marks the events only after all of them were sent, or goes on sending when one can't be marked.
export async function relay({ outbox, broker }) {
  const held = new Set(); const sent = [];
  for (const e of await outbox.unsent()) {
    if (held.has(e.order)) continue;
    try { await broker.send(e); sent.push(e.id); } catch { held.add(e.order); }
  }
  for (const id of sent) await outbox.markSent(id);
  return sent.length;
}
