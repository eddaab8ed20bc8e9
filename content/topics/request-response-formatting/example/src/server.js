import { app } from './app.js';

const server = app.listen(3000, (error) => {
  if (error) throw error;
  console.log(`http://localhost:${server.address().port}/meters`);
});
