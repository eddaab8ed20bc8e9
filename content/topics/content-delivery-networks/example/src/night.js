/** 400 readers at once, in two cities, for ten districts, each link with its own parameter. */
export async function night(network) {
  await Promise.all(
    Array.from({ length: 400 }, (_, n) =>
      network.get(n % 2, `/districts/${(n >> 1) % 10}?fbclid=${n}`),
    ),
  );
  return network.app.count;
}

export const wholeUrl = (config) =>
  config
    .replace('proxy_cache_key $uri?lang=$lang', 'proxy_cache_key $request_uri')
    .replaceAll('set $args lang=$lang;', '');
export const withoutShield = (config) =>
  config.replaceAll(
    'proxy_pass http://127.0.0.1:8083',
    'proxy_pass http://127.0.0.1:3000',
  );
