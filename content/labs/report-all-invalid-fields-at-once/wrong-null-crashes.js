// fails: A body that isn't a JSON object gets 400
export async function fetch(request) {
  let body;
  try {
    body = await request.json();
  } catch {
    return Response.json({ error: 'No JSON.' }, { status: 400 });
  }
  const errors = [];
  const name = typeof body?.name === 'string' ? body.name.trim() : '';
  if (name.length < 1 || name.length > 50) errors.push({ field: 'name', message: '…' });
  if (!Number.isInteger(body?.age) || body.age < 18 || body.age > 130) errors.push({ field: 'age', message: '…' });
  if (errors.length > 0) return Response.json({ errors }, { status: 422 });
  return Response.json({ name, age: body.age }, { status: 201 });
}
