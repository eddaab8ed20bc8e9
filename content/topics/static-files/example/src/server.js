import { join } from 'node:path';
import { createApp } from './app.js';

const dist = join(import.meta.dirname, '../dist');
createApp(dist).listen(3000, '127.0.0.1', (error) => {
  if (error) throw error;
  console.log('http://127.0.0.1:3000');
});
