export async function fetch(request) {
  const body = await request.json();
  if (!body.name) return Response.json({ errors: [{ field: 'name', message: 'Enter a name.' }] }, { status: 422 });
  if (body.age < 18) return Response.json({ errors: [{ field: 'age', message: 'Enter an age from 18.' }] }, { status: 422 });
  return Response.json(body, { status: 201 });
}
