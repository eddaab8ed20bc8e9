import { startAll } from './all.js';

const { coach } = await startAll({ ports: [4000, 4001, 4002] });
console.log(`Open ${coach}/connect`);
