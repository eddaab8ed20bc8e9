export function fetch(request) {
  const url = new URL(request.url);
  if (url.pathname !== '/hello') return Response.json({ error: 'Nothing here.' }, { status: 404 });
  const name = url.searchParams.get('name') || 'stranger';
  return Response.json({ message: `Hello, ${name}!` });
}
