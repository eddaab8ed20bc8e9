// #region lost
async function save(order) {
  throw new Error(`disk full, order ${order.id} not saved`);
}

async function handle(order) {
  try {
    save(order);
    return 'saved';
  } catch (error) {
    return `not saved: ${error.message}`;
  }
}

console.log(await handle({ id: 7 }));
// #endregion lost
