// fails: Another path gets 404
// says: answers an unknown path with the status 200.
export function fetch(request) {
  const url = new URL(request.url);
  if (url.pathname !== '/hello') return Response.json({ error: 'Nothing here.' });
  return Response.json({ message: `Hello, ${url.searchParams.get('name') ?? 'stranger'}!` });
}
