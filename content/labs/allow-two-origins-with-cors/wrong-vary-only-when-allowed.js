// fails: Caches are told that the response depends on the origin
// says: replaces the Vary header of the answer, which should stay beside Origin.
export function allowFrontEnds(profile) {
  return async (request) => {
    const origin = request.headers.get('Origin');
    const isPreflight = request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method');
    const response = isPreflight ? new Response(null, { status: 204 }) : await profile(request);
    if (!['https://shop.test', 'https://admin.shop.test'].includes(origin)) return response;
    response.headers.set('Vary', 'Origin');
    response.headers.set('Access-Control-Allow-Origin', origin);
    response.headers.set('Access-Control-Allow-Credentials', 'true');
    if (isPreflight) response.headers.set('Access-Control-Allow-Methods', 'GET, POST');
    if (isPreflight) response.headers.set('Access-Control-Allow-Headers', 'Content-Type');
    return response;
  };
}
