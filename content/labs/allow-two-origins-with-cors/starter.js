export function allowFrontEnds(profile) {
  return async (request) => {
    const response = await profile(request);
    response.headers.set('Access-Control-Allow-Origin', request.headers.get('Origin') ?? '*');
    response.headers.set('Access-Control-Allow-Credentials', 'true');
    return response;
  };
}
