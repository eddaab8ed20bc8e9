// fails: Results may be of any kind
// says: leaves out the undo of steps that returned nothing, or zero.
export async function runSaga(steps) {
  const finished = [];
  for (const step of steps) {
    try {
      finished.push({ step, result: await step.run() });
    } catch (error) {
      const left = await undoAll(finished);
      const failure = { failed: step.name, error };
      return left.length > 0 ? { status: 'stuck', ...failure, left } : { status: 'undone', ...failure };
    }
  }
  return { status: 'done', results: finished.map(({ result }) => result) };
}

async function undoAll(finished) {
  const left = [];
  for (const { step, result } of finished.toReversed()) {
    try {
      if (result) await step.undo(result);
    } catch {
      left.push(step.name);
    }
  }
  return left;
}
