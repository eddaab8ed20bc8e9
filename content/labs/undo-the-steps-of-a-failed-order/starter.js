export async function runSaga(steps) {
  const results = await Promise.all(steps.map(({ run }) => run()));
  return { status: 'done', results };
}
