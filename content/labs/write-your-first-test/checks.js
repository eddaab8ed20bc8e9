/** Whether the tests fail for a function; one that never calls it tests nothing. */
const catches = (module, shippingPrice) => {
  try {
    module.test(shippingPrice);
    return false;
  } catch {
    return true;
  }
};

export default [
  {
    name: 'The tests pass for a right function',
    run({ module, assert }) {
      assert.ok(!catches(module, (total) => (total >= 50 ? 0 : 5)) && !catches(module, (total) => (total < 50 ? 5 : 0)), 'This function is right: 5 below 50, nothing from 50 on. Your tests fail for it, so one of them expects a wrong answer.');
    },
  },
  {
    name: 'They call the function that they get',
    run({ module, assert }) {
      const totals = [];
      catches(module, (total) => {
        totals.push(total);
        return total >= 50 ? 0 : 5;
      });
      assert.ok(totals.length > 0, 'Your tests never call shippingPrice. Call it with a total, and compare what it returns.');
      assert.ok(totals.every((total) => typeof total === 'number'), `Each total should be a number. shippingPrice was called with ${totals.map((total) => JSON.stringify(total)).join(', ')}.`);
    },
  },
  {
    name: 'They catch a function that never charges',
    run({ module, assert }) {
      assert.ok(catches(module, () => 0) && catches(module, (total) => (total >= 50 ? 0 : 0)), 'A function that always returns 0 passes your tests. Test an order below 50.');
    },
  },
  {
    name: 'They catch a function that always charges',
    run({ module, assert }) {
      assert.ok(catches(module, () => 5) && catches(module, (total) => (total < 50 ? 5 : 5)), 'A function that always returns 5 passes your tests. Test an order above 50.');
    },
  },
  {
    name: 'They catch a function that is wrong at exactly 50',
    run({ module, assert }) {
      assert.ok(catches(module, (total) => (total > 50 ? 0 : 5)), 'A function that charges at exactly 50 passes your tests. Test the boundary itself.');
    },
  },
];
