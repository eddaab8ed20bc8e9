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
      assert.ok(!catches(module, (total) => (total >= 50 ? 0 : 5)), 'This function is right: 5 below 50, nothing from 50 on. Your tests fail for it, so one of them expects a wrong answer.');
    },
  },
  {
    name: 'They catch a function that never charges',
    run({ module, assert }) {
      assert.ok(catches(module, () => 0), 'A function that always returns 0 passes your tests. Test an order below 50.');
    },
  },
  {
    name: 'They catch a function that always charges',
    run({ module, assert }) {
      assert.ok(catches(module, () => 5), 'A function that always returns 5 passes your tests. Test an order above 50.');
    },
  },
  {
    name: 'They catch a function that is wrong at exactly 50',
    run({ module, assert }) {
      assert.ok(catches(module, (total) => (total > 50 ? 0 : 5)), 'A function that charges at exactly 50 passes your tests. Test the border itself.');
    },
  },
];
