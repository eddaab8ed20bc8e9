// fails: Finished steps are undone, the last one first
export async function runSaga(steps) {
  const finished = [];
  for (const step of steps) {
    try {
      finished.push({ step, result: await step.run() });
    } catch (error) {
      const left = [];
      for (const { step: done, result } of finished) await done.undo(result).catch(() => left.push(done.name));
      return left.length > 0 ? { status: 'stuck', failed: step.name, error, left } : { status: 'undone', failed: step.name, error };
    }
  }
  return { status: 'done', results: finished.map(({ result }) => result) };
}
