const before = (text, first, second) => text.indexOf(first) !== -1 && text.indexOf(first) < text.indexOf(second);

export default [
  {
    name: 'Seven letters, each once',
    run({ module, assert }) {
      const found = [...String(module.answer)].toSorted().join('');
      assert.equal(found, 'ABCDEFG', `The answer should have each of the letters A to G once. Found "${module.answer}".`);
    },
  },
  {
    name: 'Synchronous code comes first',
    run({ module, assert }) {
      assert.equal(module.answer.slice(0, 3), 'ABF', `A, B and F are printed before anything else gets a turn: an async function is ordinary code up to its first await. Your first three: ${module.answer.slice(0, 3)}.`);
    },
  },
  {
    name: 'Microtasks come before the timer',
    run({ module, assert }) {
      assert.equal(module.answer.at(-1), 'C', `The timer runs when no microtask is left, so C is last. Your last letter: ${module.answer.at(-1)}.`);
    },
  },
  {
    name: 'Microtasks run in the order in which they were added',
    run({ module, assert }) {
      assert.ok(before(module.answer, 'D', 'E'), `The await came before queueMicrotask, so D is printed before E. Your answer: ${module.answer}.`);
      assert.ok(before(module.answer, 'E', 'G'), `G is added only when work() has ended, which is after D, and E is waiting by then. Your answer: ${module.answer}.`);
    },
  },
];
