import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { startShop, token } from '../dev/shop.js';

const shop = await startShop();
const api = `${shop.url}/api`;
const backOfficeToken = await token('service', 'backoffice', { path: '/api' });

const server = new McpServer({ name: 'first-try', version: '1.0.0' });
// #region first
server.registerTool(
  'call_api',
  {
    description: 'Calls our REST API. See https://shop.example/openapi.json.',
    inputSchema: z.object({
      method: z.string(),
      path: z.string(),
      body: z.unknown().optional(),
    }),
  },
  async ({ method, path, body }) => {
    const response = await fetch(api + path, {
      method,
      headers: {
        Authorization: `Bearer ${backOfficeToken}`,
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    return { content: [{ type: 'text', text: await response.text() }] };
  },
);
// #endregion first

const client = new Client({ name: 'demo', version: '1.0.0' });
const [near, far] = InMemoryTransport.createLinkedPair();
await server.connect(far);
await client.connect(near);

// What a model might call for Kim, whose orders have odd numbers. No model runs here.
const calls = [
  ['GET', '/orders?status=returned&limit=3'],
  ['POST', '/orders/5/refunds', { amount: 20 }],
  ['POST', '/orders/5/refunds', { amount_cents: 2000 }],
  ['POST', '/orders/5/refunds', { amount_cents: 2000 }],
  ['POST', '/orders/2/refunds', { amount_cents: 2000 }],
];
for (const [method, path, body] of calls) {
  const { content } = await client.callTool({
    name: 'call_api',
    arguments: { method, path, body },
  });
  const { text } = content[0];
  const call = `${method} ${path} ${body ? JSON.stringify(body) : ''}`;
  console.log(call.trimEnd());
  console.log(text.length > 100 ? `  ${text.length} characters` : `  ${text}`);
}
await client.close();
await shop.stop();
