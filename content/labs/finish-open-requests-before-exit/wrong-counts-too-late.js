// fails: A request that ends during the closing counts as unfinished
// says: counts what is unfinished after the closing, and not when it stopped waiting.
export function createLifecycle({ sleep, limit, close }) {
  let open = 0;
  let stopping;
  let allEnded;

  async function handle(work) {
    if (stopping) return '503';
    open += 1;
    try {
      return await work();
    } finally {
      open -= 1;
      if (open === 0) allEnded?.();
    }
  }

  async function stop() {
    const ended = new Promise((resolve) => {
      allEnded = resolve;
    });
    if (open > 0) await Promise.race([ended, sleep(limit)]);

    const unfinished = open;
    const errors = [];
    for (const each of close.toReversed()) {
      try {
        await each();
      } catch (error) {
        errors.push(error);
      }
    }
    return { unfinished: open, errors };
  }

  return {
    handle,
    isReady: () => !stopping,
    shutDown: () => {
      // Set before anything else can run, so that no request slips in.
      stopping ??= Promise.resolve().then(stop);
      return stopping;
    },
  };
}
