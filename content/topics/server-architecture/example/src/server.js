// #region server
import { createApp } from './app.js';
import { createBookings } from './bookings.js';
import { memoryStore } from './memory-store.js';
import { sqliteStore } from './sqlite-store.js';

const { PORT = '3000', DATABASE } = process.env;
const store = DATABASE ? sqliteStore(DATABASE) : memoryStore();
const app = createApp(createBookings(store, { lanes: 2 }));
app.listen(PORT, () => {
  console.log(`instance on port ${app.address().port}`);
});
process.on('SIGTERM', () => app.close());
// #endregion server
