import { invoice } from '../billing/index.js';
import { dispense } from '../pharmacy/index.js';

export function finish(appointment) {
  for (const medicine of appointment.medicines) dispense(medicine);
  return invoice(appointment);
}
