// fails: Everything is closed in reverse order, one after the other
export function createLifecycle({ sleep, limit, close }) {
  let open = 0;
  let stopping;
  let ended = () => {};
  const stop = async () => {
    if (open > 0) await Promise.race([new Promise((resolve) => (ended = resolve)), sleep(limit)]);
    const unfinished = open;
    const results = await Promise.allSettled([...close].reverse().map((each) => each()));
    return { unfinished, errors: results.filter(({ status }) => status === 'rejected').map(({ reason }) => reason) };
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
