import { openStore } from '../src/store.js';
import { createApp } from './app.js';

createApp(openStore()).listen(3000, '127.0.0.1', () => {
  console.log('first try on http://127.0.0.1:3000');
});
