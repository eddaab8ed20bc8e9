// fails: A close that fails does not keep the others open
export function createLifecycle({ sleep, limit, close }) {
  let open = 0;
  let stopping;
  let ended = () => {};
  const stop = async () => {
    if (open > 0) await Promise.race([new Promise((resolve) => (ended = resolve)), sleep(limit)]);
    const unfinished = open;
    try {
      for (const each of [...close].reverse()) await each();
    } catch (error) {
      return { unfinished, errors: [error] };
    }
    return { unfinished, errors: [] };
  };
  return {
    async handle(work) {
      if (stopping) return '503';
      open += 1;
      try {
        return await work();
      } finally {
        open -= 1;
        if (open === 0) ended();
      }
    },
    isReady: () => !stopping,
    shutDown: () => (stopping ??= stop()),
  };
}
