import { compose } from './compose.js';

const app = compose(process.env);
console.log(await app.reminders.sendDue());
app.close();
