
export const createHandler = (events) => (request) => {
  const { searchParams } = new URL(request.url);
  const limit = Number(searchParams.get('limit') ?? 20);
  const page = Number(searchParams.get('page') ?? 1);
  const sorted = [...events].sort((a, b) => b.at - a.at);
  return Response.json({ items: sorted.slice((page - 1) * limit, page * limit), next: null });
};
