import { createApp } from './app.js';
import { Mailer } from './mailer.js';

const { PORT = 3000, STAFF_KEY, MAIL_URL, MAIL_KEY } = process.env;
const mailer = new Mailer({ url: MAIL_URL, key: MAIL_KEY });
const app = createApp({ mailer, staffKey: STAFF_KEY });

app.listen(PORT, (error) => {
  if (error) throw error;
  console.log(`listening on port ${PORT}`);
});
