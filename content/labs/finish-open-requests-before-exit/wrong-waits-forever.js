// fails: After the limit the shutdown goes on and says what was left
export function createLifecycle({ sleep, limit, close }) {
  const open = new Set();
  let stopping;
  const stop = async () => {
    if (open.size > 0) sleep(limit);
    await Promise.allSettled(open);
    const errors = [];
    for (const each of [...close].reverse()) await each().catch((error) => errors.push(error));
    return { unfinished: open.size, errors };
  };
  return {
    async handle(work) {
      if (stopping) return '503';
      const running = Promise.resolve(work());
      open.add(running);
      try {
        return await running;
      } finally {
        open.delete(running);
      }
    },
    isReady: () => !stopping,
    shutDown: () => (stopping ??= stop()),
  };
}
