// #region first-try
const sendMessages = process.env.SEND_MESSAGES ?? true;
const gateway = process.env.SMS_GATEWAY_URL ?? 'https://sms.example/v1';
const perMinute = process.env.MESSAGES_PER_MINUTE ?? 60;

console.log(`pause: ${60_000 / perMinute} ms`);
if (sendMessages) {
  console.log(`sending 4000 reminders to ${gateway}`);
}
// #endregion first-try
