import { createApp } from './app.js';
import { openStore } from './store.js';

createApp(openStore()).listen(3000, '127.0.0.1', () => {
  console.log('listening on http://127.0.0.1:3000');
});
