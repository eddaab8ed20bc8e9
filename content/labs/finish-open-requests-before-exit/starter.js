export function createLifecycle({ sleep, limit, close }) {
  return {
    handle: (work) => work(),
    isReady: () => true,
    async shutDown() {
      await Promise.all(close.map((each) => each()));
      return { unfinished: 0, errors: [] };
    },
  };
}
