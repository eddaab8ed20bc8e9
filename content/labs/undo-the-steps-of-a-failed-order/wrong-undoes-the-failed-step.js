// fails: When the first step fails there is nothing to undo
export async function runSaga(steps) {
  const begun = [];
  for (const step of steps) {
    const entry = { step, result: `${step.name}-7` };
    begun.push(entry);
    try {
      entry.result = await step.run();
    } catch (error) {
      const left = [];
      for (const { step: done, result } of begun.toReversed()) await done.undo(result).catch(() => left.push(done.name));
      return left.length > 0 ? { status: 'stuck', failed: step.name, error, left } : { status: 'undone', failed: step.name, error };
    }
  }
  return { status: 'done', results: begun.map(({ result }) => result) };
}
