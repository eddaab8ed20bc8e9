/** Runs two checkouts of last night against a fake database with a fake clock. */
export async function replay(createShop) {
  await trace('checkout of a mug, while the database refuses connections', 'mug', createShop);
  await trace('checkout of a lamp, which is sold out', 'lamp', createShop);
}

async function trace(title, item, createShop) {
  let now = 0;
  const times = [];
  const database = {
    async query() {
      times.push(now);
      if (item === 'lamp') return { pieces: 0 };
      throw Object.assign(new Error('connection refused'), { temporary: true });
    },
  };
  const payments = { charge: async () => ({ id: 'pay_1' }) };
  const sleep = async (milliseconds) => {
    now += milliseconds;
  };
  const shop = createShop({ database, payments, sleep });
  const error = await shop.checkout({ item, pieces: 1 }).catch((caught) => caught);
  console.log(title);
  console.log(`  queries at ${times.join(', ')} ms`);
  console.log(`  ${times.length} queries, then: ${error.message}`);
}
