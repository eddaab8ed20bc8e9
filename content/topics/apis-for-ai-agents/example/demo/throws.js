import { Client, InMemoryTransport } from '@modelcontextprotocol/client';
import { McpServer } from '@modelcontextprotocol/server';

const server = new McpServer({ name: 'throws', version: '1.0.0' });
// #region throws
server.registerTool('count_orders', { description: 'Counts orders.' }, () => {
  throw new Error('connect ECONNREFUSED 10.0.0.7:5432');
});
// #endregion throws
const client = new Client({ name: 'demo', version: '1.0.0' });
const [near, far] = InMemoryTransport.createLinkedPair();
await server.connect(far);
await client.connect(near);
console.log(await client.callTool({ name: 'count_orders' }));
await client.close();
