import assert from 'node:assert/strict';
import fc from 'fast-check';

// #region commands
const LIMIT = 2;
const key = fc.constantFrom('a', 'b', 'c'); // few keys, so that they meet

/** The model: a list of [key, value], the one used last at the end. */
const use = (model, k, value) => {
  const at = model.findIndex(([other]) => other === k);
  if (at >= 0) model.splice(at, 1);
  model.push([k, value]);
  if (model.length > LIMIT) model.shift();
};

class SetCommand {
  constructor(k, value) {
    Object.assign(this, { k, value });
  }
  check = () => true;
  run(model, cache) {
    use(model, this.k, this.value);
    cache.set(this.k, this.value);
  }
  toString = () => `set(${this.k}, ${this.value})`;
}

class GetCommand {
  constructor(k) {
    this.k = k;
  }
  check = () => true;
  run(model, cache) {
    const expected = model.find(([other]) => other === this.k)?.[1];
    if (expected !== undefined) use(model, this.k, expected);
    assert.equal(cache.get(this.k), expected);
  }
  toString = () => `get(${this.k})`;
}

export const behavesLikeTheModel = (Recent) =>
  fc.property(
    fc.commands(
      [
        fc
          .tuple(key, fc.nat({ max: 9 }))
          .map(([k, value]) => new SetCommand(k, value)),
        key.map((k) => new GetCommand(k)),
      ],
      { maxCommands: 20 },
    ),
    (commands) =>
      fc.modelRun(() => ({ model: [], real: new Recent(LIMIT) }), commands),
  );
// #endregion commands
