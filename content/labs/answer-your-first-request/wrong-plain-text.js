// fails: The name is greeted, in JSON
// says: sends JSON as plain text, without the Content-Type of JSON.
export function fetch(request) {
  const url = new URL(request.url);
  if (url.pathname !== '/hello') return Response.json({ error: 'Nothing here.' }, { status: 404 });
  const name = url.searchParams.get('name') || 'stranger';
  return new Response(JSON.stringify({ message: `Hello, ${name}!` }));
}
