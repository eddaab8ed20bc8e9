import { asFunction, asValue, createContainer } from 'awilix';
import { openAppointments } from './appointments.js';
import { createReminders } from './reminders.js';
import { httpSms } from './sms.js';

// #region container
export function createApp(settings) {
  const container = createContainer({ strict: true });
  container.register({
    settings: asValue(settings),
    clock: asValue({ now: () => Date.now() }),
    sms: asFunction(({ settings }) => httpSms(settings.sms)).singleton(),
    appointments: asFunction(({ settings }) => openAppointments(settings.file))
      .singleton()
      .disposer((appointments) => appointments.close()),
    reminders: asFunction(createReminders).singleton(),
  });
  return container;
}
// #endregion container
