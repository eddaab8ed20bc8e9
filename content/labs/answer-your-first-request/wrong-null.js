// fails: Without a name a stranger is greeted
// says: greets null when there is no name.
export function fetch(request) {
  const url = new URL(request.url);
  if (url.pathname !== '/hello') return Response.json({ error: 'Nothing here.' }, { status: 404 });
  return Response.json({ message: `Hello, ${url.searchParams.get('name')}!` });
}
