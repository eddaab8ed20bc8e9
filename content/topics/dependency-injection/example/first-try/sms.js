// #region sms
const key = process.env.SMS_KEY ?? 'production-key';

export const sms = {
  async send(phone, text) {
    console.log(`POST /messages with ${key}: ${phone} ${text}`);
  },
};
// #endregion sms
