import { createApp } from './app.js';
import { Episodes } from './episodes.js';

const server = createApp(new Episodes()).listen(3000, (error) => {
  if (error) throw error;
  console.log(`http://localhost:${server.address().port}/v1/episodes/latest`);
});
