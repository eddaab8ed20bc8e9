import { startSystem } from './system.js';

const system = await startSystem({ port: 8443, appPort: 3000 });
console.log('Try: curl -k https://localhost:8443/shelf');
process.once('SIGINT', system.stop);
