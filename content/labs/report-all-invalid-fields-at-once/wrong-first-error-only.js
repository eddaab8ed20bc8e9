// fails: Both errors are reported together
export async function fetch(request) {
  const body = await request.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return Response.json({ error: 'No object.' }, { status: 400 });
  const name = typeof body.name === 'string' ? body.name.trim() : '';
  if (name.length < 1 || name.length > 50) return Response.json({ errors: [{ field: 'name', message: '…' }] }, { status: 422 });
  if (!Number.isInteger(body.age) || body.age < 18 || body.age > 130)
    return Response.json({ errors: [{ field: 'age', message: '…' }] }, { status: 422 });
  return Response.json({ name, age: body.age }, { status: 201 });
}
