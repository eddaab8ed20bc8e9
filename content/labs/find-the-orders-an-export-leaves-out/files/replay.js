const start = Date.UTC(2026, 0, 1, 8);
const at = (minutes, seconds = 0) => start + minutes * 60_000 + Math.round(seconds * 1000);
const orders = [
  { id: 101, createdAt: at(5, 12.25), total: 1200 },
  { id: 102, createdAt: at(0), total: 450 },
  { id: 103, createdAt: at(30), total: 800 },
  { id: 104, createdAt: at(30), total: 990 },
  { id: 105, createdAt: at(41, 9.003), total: 310 },
  { id: 106, createdAt: at(52, 40.118), total: 75 },
  { id: 107, createdAt: at(30), total: 2400 },
  { id: 108, createdAt: at(30), total: 640 },
];

/** Shows the table and runs the export of this morning against an API. */
export async function replay(createApi) {
  const api = createApi(orders);
  console.log('orders in the table, oldest first');
  const random = [102, 101, 107, 103, 108, 104, 105, 106];
  for (const id of random) {
    const { createdAt } = orders.find((order) => order.id === id);
    console.log(`  ${id}  ${new Date(createdAt).toISOString().slice(11, 23)}`);
  }
  console.log('export');
  let after = null;
  let count = 0;
  for (let page = 0; page < 9; page += 1) {
    const path = `/orders?limit=3${after === null ? '' : `&after=${encodeURIComponent(after)}`}`;
    const response = await api(new Request(`http://shop.test${path}`));
    const { orders: found, next } = await response.json();
    console.log(`  GET ${path.padEnd(36)} ${response.status}  ${found.map(({ id }) => id).join(' ')}`);
    count += found.length;
    after = next;
    if (next === null) break;
  }
  console.log(`  done: ${count} of ${orders.length} orders`);
}
