export function createHealth({ checks, isStopping, sleep, log }) {
  return async (request) => {
    await checks.database();
    return new Response('ok');
  };
}
