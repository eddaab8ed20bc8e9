// fails: Open requests end before anything is closed
export function createLifecycle({ sleep, limit, close }) {
  let open = 0;
  let stopping;
  let ended = () => {};
  const stop = async () => {
    if (open > 0) await Promise.race([new Promise((resolve) => (ended = resolve)), sleep(limit)]);
    const unfinished = open;
    const errors = [];
    for (const each of [...close].reverse()) await each().catch((error) => errors.push(error));
    return { unfinished, errors };
  };
  return {
    async handle(work) {
      if (stopping) return '503';
      open += 1;
      const result = await work();
      open -= 1;
      if (open === 0) ended();
      return result;
    },
    isReady: () => !stopping,
    shutDown: () => (stopping ??= stop()),
  };
}
