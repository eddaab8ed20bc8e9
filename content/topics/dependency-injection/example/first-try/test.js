// #region test
import { remind } from './reminders.js';

const in24Hours = Date.now() + 24 * 60 * 60 * 1000;
await remind([{ phone: '+1 555 0100', at: in24Hours }]);
// #endregion test
