// fails: A preflight is answered without calling the handler
// says: calls the handler for a preflight, too.
export function allowFrontEnds(profile) {
  return async (request) => {
    const origin = request.headers.get('Origin');
    const response = await profile(request);
    response.headers.append('Vary', 'Origin');
    if (!['https://shop.test', 'https://admin.shop.test'].includes(origin)) return response;
    response.headers.set('Access-Control-Allow-Origin', origin);
    response.headers.set('Access-Control-Allow-Credentials', 'true');
    response.headers.set('Access-Control-Allow-Methods', 'GET, POST');
    response.headers.set('Access-Control-Allow-Headers', 'Content-Type');
    return response;
  };
}
