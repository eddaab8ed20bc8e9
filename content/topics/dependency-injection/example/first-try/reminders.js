// #region reminders
import { sms } from './sms.js';

const day = 24 * 60 * 60 * 1000;

export async function remind(appointments) {
  const tomorrow = (Math.floor(Date.now() / day) + 1) * day;
  for (const { phone, at } of appointments) {
    if (at >= tomorrow && at < tomorrow + day) {
      await sms.send(phone, 'See you tomorrow!');
    }
  }
}
// #endregion reminders
