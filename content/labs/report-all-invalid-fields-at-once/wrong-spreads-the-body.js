// fails: Unknown fields do not get through
export async function fetch(request) {
  const body = await request.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return Response.json({ error: 'No object.' }, { status: 400 });
  const errors = [];
  const name = typeof body.name === 'string' ? body.name.trim() : '';
  if (name.length < 1 || name.length > 50) errors.push({ field: 'name', message: '…' });
  if (!Number.isInteger(body.age) || body.age < 18 || body.age > 130) errors.push({ field: 'age', message: '…' });
  if (errors.length > 0) return Response.json({ errors }, { status: 422 });
  return Response.json({ ...body, name }, { status: 201 });
}
