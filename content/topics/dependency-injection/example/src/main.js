import { compose } from './compose.js';

const app = compose(process.env);
const result = await app.reminders.sendDue();
console.log(result);
if (result.failed > 0) process.exitCode = 1;
app.close();
