export function fetch(request) {
  const url = new URL(request.url);
  console.log(`${request.method} ${url.pathname}`);
  return new Response('Hello!');
}
