export async function fetch(request) {
  let body;
  try {
    body = await request.json();
  } catch {
    return Response.json({ error: 'The body is not valid JSON.' }, { status: 400 });
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return Response.json({ error: 'The body is not a JSON object.' }, { status: 400 });

  const errors = [];
  const name = typeof body.name === 'string' ? body.name.trim() : '';
  if (name.length < 1 || name.length > 50) errors.push({ field: 'name', message: 'Enter a name of 1 to 50 characters.' });
  if (!Number.isInteger(body.age) || body.age < 18 || body.age > 130)
    errors.push({ field: 'age', message: 'Enter a whole number from 18 to 130.' });

  if (errors.length > 0) return Response.json({ errors }, { status: 422 });
  return Response.json({ name, age: body.age }, { status: 201 });
}
