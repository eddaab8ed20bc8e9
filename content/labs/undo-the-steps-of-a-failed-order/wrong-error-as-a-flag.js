// fails: A step fails with whatever it throws
export async function runSaga(steps) {
  const results = [];
  for (const [i, s] of steps.entries()) {
    const out = await Promise.resolve().then(s.run).then((v) => ({ v }), (error) => ({ error, bad: true }));
    if (out.error) {
      const left = [];
      for (let k = i - 1; k >= 0; k -= 1) await steps[k].undo(results[k]).catch(() => left.push(steps[k].name));
      return { failed: s.name, error: out.error, ...(left.length ? { status: 'stuck', left } : { status: 'undone' }) };
    }
    results.push(out.v);
  }
  return { status: 'done', results };
}
