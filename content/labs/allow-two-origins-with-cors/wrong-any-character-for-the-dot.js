// fails: Other origins cannot read it, no matter how similar they look
const allowed = new Set(['https://shop.test', 'https://admin.shop.test']);

export function allowFrontEnds(profile) {
  return async (request) => {
    const origin = request.headers.get('Origin');
    const isPreflight = request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method');
    const response = isPreflight ? new Response(null, { status: 204 }) : await profile(request);

    response.headers.append('Vary', 'Origin');
    if (!/^https:\/\/(admin.)?shop.test$/.test(origin ?? '')) return response;
    response.headers.set('Access-Control-Allow-Origin', origin);
    response.headers.set('Access-Control-Allow-Credentials', 'true');
    if (isPreflight) {
      response.headers.set('Access-Control-Allow-Methods', 'GET, POST');
      response.headers.set('Access-Control-Allow-Headers', 'Content-Type');
    }
    return response;
  };
}
