import { inspect } from 'node:util';
import { createHash, scryptSync } from 'node:crypto';

function storedWith(password, N, r = 8, p = 1) {
  const salt = Buffer.from('0123456789abcdef');
  return `scrypt$${N}$${r}$${p}$${salt.toString('hex')}$${scryptSync(password, salt, 32, { N, r, p }).toString('hex')}`;
}

/** An entry whose hash is no one's: for what looks at the parameters only. */
const entryWith = (N, r, p) => `scrypt$${N}$${r}$${p}$${'0'.repeat(32)}$${'0'.repeat(64)}`;

export default [
  {
    name: 'The stored text has the parameters, a salt and a hash',
    run({ module, assert }) {
      const stored = module.hashPassword('tea time');
      assert.ok(/^scrypt\$4096\$8\$1\$[0-9a-f]{32}\$[0-9a-f]{64}$/.test(stored), `Expected scrypt$4096$8$1$<32 characters>$<64 characters>, found ${inspect(stored)}.`);
    },
  },
  {
    name: 'The right password passes, and others don’t',
    run({ module, assert }) {
      const stored = module.hashPassword('tea time');
      assert.equal(module.checkPassword('tea time', stored), true, 'The right password was refused.');
      assert.equal(module.checkPassword('tea time', storedWith('tea time', 16)), true, 'An entry that another program made with N = 16, r = 8 and p = 1 was refused. Take N from the stored string, and turn the hex digits of the salt into bytes.');
      const long = 'a long sentence is a good password, '.repeat(9);
      const storedLong = storedWith(long, 16);
      assert.equal(module.checkPassword(long, storedLong), true, `The right password of ${long.length} characters was refused. Hash all of it.`);
      assert.equal(module.checkPassword(`${long.slice(0, -1)}!`, storedLong), false, `A password of ${long.length} characters whose last one is wrong was accepted.`);
      const short = storedWith('tea time', 16);
      for (const guess of ['tea timE', 'tea time ', '']) assert.equal(module.checkPassword(guess, short), false, `The password "${guess}" was accepted.`);
      for (const place of [0, 31, 63]) {
        const at = short.length - 64 + place;
        const changed = `${short.slice(0, at)}${short[at] === '0' ? '1' : '0'}${short.slice(at + 1)}`;
        assert.equal(module.checkPassword('tea time', changed), false, `Character ${place + 1} of the stored hash was changed: expected false, found true. Compare all 32 bytes.`);
      }
    },
  },
  {
    name: 'Equal passwords have different entries',
    async run({ module, fresh, assert }) {
      const { random } = Math;
      Math.random = () => 0.5;
      const [first, second, later] = [module, module, (await fresh()).module].map((each) => each.hashPassword('tea time'));
      Math.random = random;
      assert.notEqual(first, second, 'Two entries for one password are equal: the salt is missing, always the same, or from Math.random, which can be predicted. Take it from randomBytes.');
      assert.notEqual(first, later, 'After a restart of the program, the same salts come again. Take random bytes, not a number that counts.');
    },
  },
  {
    name: 'An entry with other parameters can still be checked',
    run({ module, assert }) {
      const old = storedWith('tea time', 1024);
      assert.equal(module.checkPassword('tea time', old), true, 'An entry with N = 1024 was made last year. Use the parameters in the stored text.');
      assert.equal(module.checkPassword('nope', old), false, 'A wrong password was accepted for an old entry.');
      for (const [N, r, p] of [[16, 16, 1], [16, 8, 12], [32, 1, 1]])
        assert.equal(module.checkPassword('tea time', storedWith('tea time', N, r, p)), true, `An entry with N = ${N}, r = ${r} and p = ${p} should be checked with these.`);
    },
  },
  {
    name: 'Entries with other parameters have to be renewed',
    run({ module, assert }) {
      assert.equal(module.needsRehash(module.hashPassword('x')), false, 'A new entry needs no other hash.');
      for (const [N, r, p] of [[1024, 8, 1], [4096, 1, 1], [4096, 8, 2], [16, 1, 2], [8192, 8, 1]])
        assert.equal(module.needsRehash(entryWith(N, r, p)), true, `An entry with N = ${N}, r = ${r} and p = ${p} should be hashed again at the next login.`);
    },
  },
  {
    name: 'A stored text that can’t be read is refused, without a crash',
    run({ module, assert }) {
      const good = storedWith('tea time', 16);
      for (const stored of ['', 'scrypt$4096$8$1$zz$00', 'sha256$abc', 'scrypt$x$8$1$00$00', 'scrypt$4096$8$1$00$00', `x${good}`, `${good}00`, 'tea time', createHash('sha256').update('tea time').digest('hex'), good.replace('$16$', '$15$'), good.slice(0, -2), good.replace('$8$', '$'), good.replace('scrypt', 'bcrypt')]) {
        let found;
        try {
          found = module.checkPassword('tea time', stored);
        } catch (error) {
          found = `the error "${error.message}"`;
        }
        assert.equal(found, false, `For the stored text "${stored}", expected false, found ${inspect(found)}.`);
        assert.equal(module.needsRehash(stored), true, `The stored text "${stored}" can't be read, so needsRehash should be true.`);
      }
    },
  },
  {
    name: 'The comparison takes the same time wherever the difference is',
    run({ source, assert }) {
      const code = source.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, '');
      assert.ok(/timingSafeEqual\(/.test(code), 'Compare with timingSafeEqual; === stops at the first difference.');
    },
  },
];
