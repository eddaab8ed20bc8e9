import { inspect } from 'node:util';

function expect(module, assert, next, expected) {
  const found = module.safeTarget(next);
  assert.equal(found, expected, `safeTarget(${JSON.stringify(next)}) should give ${expected}, found ${inspect(found)}.`);
}

/** Whatever comes back has to stay on the site when a browser reads it. */
function stays(module, assert, next) {
  const found = module.safeTarget(next);
  assert.equal(typeof found, 'string', `safeTarget(${JSON.stringify(next)}) should give a string, found ${inspect(found)}.`);
  const lands = URL.canParse(found, 'https://shop.test/login') ? new URL(found, 'https://shop.test/login').origin : 'nowhere';
  assert.equal(lands, 'https://shop.test', `safeTarget(${JSON.stringify(next)}) gave ${JSON.stringify(found)}, and a browser goes to ${lands}.`);
}

export default [
  {
    name: 'Paths of the site are kept, with query and fragment',
    run({ module, assert }) {
      expect(module, assert, '/orders', '/orders');
      expect(module, assert, '/orders?page=2&sort=new#total', '/orders?page=2&sort=new#total');
      expect(module, assert, '/', '/');
      expect(module, assert, '/orders?back=https://evil.example//x', '/orders?back=https://evil.example//x');
      expect(module, assert, '/files//a', '/files//a');
      expect(module, assert, '/search?q=100%25&shop=a%2Fb', '/search?q=100%25&shop=a%2Fb');
      expect(module, assert, '/#//evil.example', '/#//evil.example');
    },
  },
  {
    name: 'Other sites give the start page',
    run({ module, assert }) {
      for (const next of ['https://evil.example/', 'http://shop.test/orders', '//evil.example/login', 'https://shop.test.evil.example/orders', 'https://shop.test@evil.example/orders', 'https://shop.test:8443/orders', 'https://www.shop.test/orders', 'https://shop.testx/orders', 'https://evil.example/shop.test/orders', 'http://shop.test', 'https://evil.example/https://shop.test/', 'https://evil.example?https://shop.test'])
        expect(module, assert, next, '/');
    },
  },
  {
    name: 'Other schemes give the start page',
    run({ module, assert }) {
      for (const next of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,hi', 'mailto:a@b.test', 'view-source:https://shop.test/', 'file:///etc/passwd']) expect(module, assert, next, '/');
    },
  },
  {
    name: 'Nothing comes back that only a browser reads as another site',
    run({ module, assert }) {
      for (const next of ['/\\evil.example', '\\\\evil.example', '/\t/evil.example', '/\n/evil.example', ' //evil.example', 'https:\\\\evil.example', 'https:', '/.//evil.example', '/%2e//evil.example', '/a/..//evil.example', '////evil.example', '/%2Fevil.example', '/%5Cevil.example', '/%09/evil.example', 'https://shop.test//evil.example', 'orders', '?page=2'])
        stays(module, assert, next);
    },
  },
  {
    name: 'A full URL of the site gives its path, query and fragment',
    run({ module, assert }) {
      expect(module, assert, 'https://shop.test/orders?page=2', '/orders?page=2');
      expect(module, assert, 'https://shop.test/orders?page=2#total', '/orders?page=2#total');
      expect(module, assert, 'HTTPS://SHOP.TEST/Cart', '/Cart');
      expect(module, assert, 'https://shop.test:443/cart', '/cart');
      expect(module, assert, 'https://shop.test', '/');
      expect(module, assert, 'https://shop.test?page=2', '/?page=2');
    },
  },
  {
    name: 'Missing and unreadable values give the start page',
    run({ module, assert }) {
      for (const next of [undefined, null, '', 'https://', 'http://[']) expect(module, assert, next, '/');
    },
  },
];
