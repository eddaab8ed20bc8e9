const ask = (module, method, path) => module.fetch(new Request(`http://books.test${path}`, { method }));

export default [
  {
    name: 'The three routes answer',
    async run({ module, assert }) {
      for (const [method, path, text] of [['GET', '/books', 'all books'], ['POST', '/books', 'added'], ['GET', '/books/7', 'book 7'], ['GET', '/books/a-b_c', 'book a-b_c'], ['GET', '/books/books', 'book books']]) {
        const response = await ask(module, method, path);
        const found = await response.text();
        assert.equal(found, text, `${method} ${path} should return "${text}". Found "${found}" with status ${response.status}.`);
      }
    },
  },
  {
    name: 'The query does not matter',
    async run({ module, assert }) {
      const found = await (await ask(module, 'GET', '/books?page=2')).text();
      assert.equal(found, 'all books', `GET /books?page=2 is the list of books. Found "${found}".`);
      const one = await (await ask(module, 'GET', '/books/7?from=/books')).text();
      assert.equal(one, 'book 7', `GET /books/7?from=/books is book 7. Found "${one}".`);
      const { status } = await ask(module, 'GET', '/?/books');
      assert.equal(status, 404, `The path of /?/books is /, where nothing is: expected 404, found ${status}.`);
    },
  },
  {
    name: 'An unknown path gets 404',
    async run({ module, assert }) {
      for (const path of ['/authors', '/books/7/pages', '/', '/my/books', '/booksx', '/books7', '/xbooks/7', '/book/7', '/books/7/books/8', '/api/books', '/Books', '//books']) {
        const { status } = await ask(module, 'GET', path);
        assert.equal(status, 404, `Nothing is at ${path}: expected 404, found ${status}.`);
      }
    },
  },
  {
    name: 'An empty id is not a book',
    async run({ module, assert }) {
      const { status } = await ask(module, 'GET', '/books/');
      assert.equal(status, 404, `In /books/ the id is empty: expected 404, found ${status}.`);
    },
  },
  {
    name: 'A wrong method gets 405 and the allowed methods',
    async run({ module, assert }) {
      for (const [method, path, allow] of [['DELETE', '/books', 'GET, POST'], ['PUT', '/books?page=2', 'GET, POST'], ['POST', '/books/7', 'GET'], ['PATCH', '/books/x', 'GET'], ['PURGE', '/books', 'GET, POST'], ['OPTIONS', '/books/7', 'GET']]) {
        const response = await ask(module, method, path);
        assert.equal(response.status, 405, `${path} exists but doesn't have ${method}: expected 405, found ${response.status}.`);
        assert.equal(response.headers.get('Allow'), allow, `${method} ${path} should have Allow: ${allow}. Found ${response.headers.get('Allow')}.`);
      }
    },
  },
  {
    name: 'A wrong method on an unknown path is 404',
    async run({ module, assert }) {
      const { status } = await ask(module, 'DELETE', '/authors');
      assert.equal(status, 404, `Nothing is at /authors, so the method doesn't matter: expected 404, found ${status}.`);
    },
  },
];
