const bytes = new TextEncoder();

async function* cut(text, size, log) {
  const all = bytes.encode(text);
  for (let start = 0; start < all.length; start += size) {
    log?.push(`chunk ${start / size}`);
    yield all.slice(start, start + size);
  }
}

async function collect(module, text, size) {
  const found = [];
  for await (const line of module.lines(cut(text, size))) found.push(line);
  return found;
}

export default [
  {
    name: 'Whole lines come out of one chunk',
    async run({ module, assert }) {
      const found = await collect(module, 'a\nb\nc\n', 100);
      assert.deepEqual(found, ['a', 'b', 'c'], `Expected a, b, c, found ${JSON.stringify(found)}.`);
    },
  },
  {
    name: 'A line that is cut comes in one piece',
    async run({ module, assert }) {
      for (const size of [1, 2, 5]) {
        const found = await collect(module, 'first line\nsecond line\n', size);
        assert.deepEqual(found, ['first line', 'second line'], `In chunks of ${size} bytes, found ${JSON.stringify(found)}.`);
      }
    },
  },
  {
    name: 'A character that is cut stays whole',
    async run({ module, assert }) {
      for (const size of [1, 3]) {
        const found = await collect(module, 'Jürgen\n日本\n', size);
        assert.deepEqual(found, ['Jürgen', '日本'], `ü is two bytes and 日 is three. In chunks of ${size}, found ${JSON.stringify(found)}.`);
      }
    },
  },
  {
    name: 'A last line without a line break counts',
    async run({ module, assert }) {
      for (const [text, expected] of [['a\nb', ['a', 'b']], ['', []], ['one line', ['one line']]]) {
        const found = await collect(module, text, 2);
        assert.deepEqual(found, expected, `Of the text ${JSON.stringify(text)}, expected the lines ${JSON.stringify(expected)}, found ${JSON.stringify(found)}.`);
      }
      const half = [];
      for await (const line of module.lines([bytes.encode('ab\n日').slice(0, -1)])) half.push(line);
      assert.ok(half.length === 2 && half[0] === 'ab' && half[1].includes('\ufffd'), `The file ends in the middle of 日, so its last line is not readable and still counts, as \ufffd. Found ${JSON.stringify(half)}.`);
    },
  },
  {
    name: 'Empty lines are kept',
    async run({ module, assert }) {
      const found = await collect(module, 'a\n\nb\n', 2);
      assert.deepEqual(found, ['a', '', 'b'], `There is an empty line between a and b. Found ${JSON.stringify(found)}.`);
    },
  },
  {
    name: 'Line breaks of Windows are understood, cut or not',
    async run({ module, assert }) {
      for (const size of [1, 3, 100]) {
        const found = await collect(module, 'a\r\nb\r\n', size);
        assert.deepEqual(found, ['a', 'b'], `In chunks of ${size} bytes, found ${JSON.stringify(found)}.`);
        const inside = await collect(module, 'a\rb\n\r\nlast\r', size);
        const expected = ['a\rb', '', 'last'];
        assert.deepEqual(inside.slice(0, 2), expected.slice(0, 2), `Only \\n and \\r\\n are line breaks: the text "a\\rb\\n\\r\\nlast\\r" begins with the line "a\\rb" and an empty one. Found ${JSON.stringify(inside)}.`);
      }
    },
  },
  {
    name: 'Texts of every kind are cut right, in chunks of any size',
    async run({ module, assert }) {
      const text = 'Zoë;日本語;🙂\r\n\n\n1\u20282\f3\v4\u00855\nsecond "line" \r\n  third\ta\n🙂🙂\n' + 'x'.repeat(90) + '\nend';
      const expected = text.split(/\r?\n/);
      for (let size = 1; size < 40; size += 1) {
        const found = await collect(module, text, size);
        assert.deepEqual(found, expected, `In chunks of ${size} bytes, expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}.`);
      }
    },
  },
  {
    name: 'Lines come as soon as they are complete',
    async run({ module, assert }) {
      const log = [];
      for await (const line of module.lines(cut('aa\nbb\ncc\n', 3, log))) log.push(line);
      assert.equal(log.join(' '), 'chunk 0 aa chunk 1 bb chunk 2 cc', `Each line should come before the next chunk is read. Found: ${log.join(' ')}.`);
    },
  },
  {
    name: 'An error while reading reaches the caller',
    async run({ module, assert }) {
      async function* broken() {
        yield bytes.encode('a\nb');
        throw new Error('the disk failed');
      }
      const log = [];
      try {
        for await (const line of module.lines(broken())) log.push(line);
        log.push('the end');
      } catch (error) {
        log.push(error.message);
      }
      assert.deepEqual(log, ['a', 'the disk failed'], `Reading failed in the second line: expected the line a and the error, found ${JSON.stringify(log)}. Half a line isn't a line.`);
    },
  },
];
