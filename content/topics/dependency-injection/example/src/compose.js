import { openAppointments } from './appointments.js';
import { createReminders } from './reminders.js';
import { drySms, httpSms } from './sms.js';

// #region compose
/** Builds the application from its settings. The only file that knows it all. */
export function compose(env) {
  const setting = (name) => {
    if (!env[name]) throw new Error(`${name} is not set`);
    return env[name];
  };
  const mode = setting('SMS_MODE');
  if (mode !== 'live' && mode !== 'dry-run') {
    throw new Error('SMS_MODE is neither live nor dry-run');
  }
  const sms =
    mode === 'live'
      ? httpSms({ url: setting('SMS_URL'), key: setting('SMS_KEY') })
      : drySms(console.log);
  const appointments = openAppointments(setting('DATABASE'));
  const clock = { now: () => Date.now() };

  const reminders = createReminders({ appointments, sms, clock });
  return { reminders, close: () => appointments.close() };
}
// #endregion compose
