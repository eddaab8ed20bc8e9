// fails: A failed undo does not stop the others, and is reported
export async function runSaga(steps) {
  const finished = [];
  try {
    for (const step of steps) finished.push({ step, result: await step.run() });
    return { status: 'done', results: finished.map(({ result }) => result) };
  } catch (error) {
    const failed = steps[finished.length].name;
    for (const { step, result } of finished.toReversed()) await step.undo(result);
    return { status: 'undone', failed, error };
  }
}
