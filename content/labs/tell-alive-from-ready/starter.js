export function createHealth({ checks, isStopping, sleep, log }) {
  return async (request) => {
    await checks.disk();
    return new Response('ok');
  };
}
