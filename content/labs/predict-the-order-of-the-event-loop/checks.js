/** The answer as text, whatever it is. */
const answerOf = ({ answer }) => String(answer ?? '');
const before = (text, first, second) => text.indexOf(first) !== -1 && text.indexOf(first) < text.indexOf(second);

export default [
  {
    name: 'Seven letters, each once',
    run({ module, assert }) {
      const found = [...answerOf(module)].toSorted().join('');
      assert.equal(found, 'ABCDEFG', `The answer should have each of the letters A to G once, in one text that the file exports. Found ${JSON.stringify(module.answer) ?? 'nothing'}.`);
    },
  },
  {
    name: 'Synchronous code comes first',
    run({ module, assert }) {
      assert.equal(answerOf(module).slice(0, 3), 'ABF', `A, B and F are printed before anything else gets a turn: an async function is ordinary code up to its first await. Your first three: ${answerOf(module).slice(0, 3) || 'none'}.`);
    },
  },
  {
    name: 'Microtasks come before the timer',
    run({ module, assert }) {
      assert.equal(answerOf(module).at(-1), 'C', `The timer runs when no microtask is left, so C is last. Your last letter: ${answerOf(module).at(-1) ?? 'none'}.`);
    },
  },
  {
    name: 'Microtasks run in the order in which they were added',
    run({ module, assert }) {
      assert.ok(before(answerOf(module), 'D', 'E'), `The await came before queueMicrotask, so D is printed before E. Your answer: ${answerOf(module) || 'none'}.`);
      assert.ok(before(answerOf(module), 'E', 'G'), `G is added only when work() has ended, which is after D, and E is waiting by then. Your answer: ${answerOf(module) || 'none'}.`);
    },
  },
];
