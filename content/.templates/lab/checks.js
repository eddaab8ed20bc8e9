export default [
  {
    name: 'Two and three make five',
    run({ module, assert }) {
      assert.equal(module.add(2, 3), 5, `add(2, 3) should be 5. Found ${module.add(2, 3)}.`);
    },
  },
];
