import { createApp } from './app.js';

createApp().listen(3000, () => {
  console.log('http://localhost:3000/docs');
});
