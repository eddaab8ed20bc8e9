// #region reminders
const day = 24 * 60 * 60 * 1000;

/** Reminds patients of tomorrow's appointments (days are in UTC). */
export function createReminders({ appointments, sms, clock }) {
  return {
    async sendDue() {
      const tomorrow = (Math.floor(clock.now() / day) + 1) * day;
      let sent = 0;
      let failed = 0;
      for (const { phone, at } of appointments.between(
        tomorrow,
        tomorrow + day,
      )) {
        const time = new Date(at).toISOString().slice(11, 16);
        try {
          await sms.send(phone, `See you tomorrow at ${time} UTC`);
          sent++;
        } catch (error) {
          console.error(error.message);
          failed++; // the next patient should still get a message
        }
      }
      return { sent, failed };
    },
  };
}
// #endregion reminders
