import { startShop, token } from '../dev/shop.js';

const shop = await startShop();
const bearer = await token('kim', 'orders:read refunds:request');
const client = await shop.connect(bearer);

// What a model might call for Kim, mistakes included. No model runs here.
async function call(name, args) {
  const { content, isError } = await client.callTool({ name, arguments: args });
  const text = content[0].text.replace(/[0-9a-f-]{36}/, '<id>');
  console.log(isError ? `  error: ${text}` : `  ${text}`);
}
const calls = [
  ['search_orders', { state: 'returned', limit: 1 }],
  ['search_orders', { status: 'returned', limit: 1 }],
  ['get_order', { order_id: 2 }],
  [
    'request_refund',
    { order_id: 5, refund_total_cents: 9900, reason: 'broken' },
  ],
];
for (const [name, args] of calls) {
  console.log(name, JSON.stringify(args));
  await call(name, args);
}

const refund = (total, reason) =>
  call('request_refund', { order_id: 5, refund_total_cents: total, reason });

await refund(2000, 'broken');
await refund(2000, 'damaged');
await refund(2500, 'broken');

await client.close();
await shop.stop();
