import { sign, startSystem } from './system.js';

const system = await startSystem({ port: 8080 });
console.log('The gateway listens on http://localhost:8080. A token for Ada:');
console.log(await sign('ada', { expiry: '2h' }));
process.once('SIGINT', system.stop);
