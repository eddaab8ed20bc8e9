// #region app
import express from 'express';
import { confirmation } from './confirmation.js';

export function createApp({ mailer, staffKey, now = () => new Date() }) {
  if (!staffKey) throw new Error('staffKey is required');
  const taken = new Map();
  const app = express();
  app.use(express.json());

  app.post('/appointments', async (req, res) => {
    const { day, email } = req.body ?? {};
    if (!isDay(day) || typeof email !== 'string' || !email.includes('@')) {
      return res.status(422).json({ error: 'day and email are required' });
    }
    const error = refusal(day, now()) ?? (taken.has(day) && 'day is taken');
    if (error) return res.status(409).json({ error });

    taken.set(day, email);
    let mailed = true;
    try {
      await mailer.send(email, confirmation(day));
    } catch (err) {
      mailed = false;
      console.error('no confirmation for', day, err);
    }
    res.status(201).location(`/appointments/${day}`).json({ day, mailed });
  });

  app.get('/appointments', (req, res) => {
    if (req.get('authorization') !== `Bearer ${staffKey}`) {
      return res.status(401).json({ error: 'staff only' });
    }
    res.json([...taken].map(([day, email]) => ({ day, email })));
  });

  return app;
}
// #endregion app

// #region rules
const localDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Lisbon',
});

function refusal(day, now) {
  if (new Date(day).getUTCDay() === 0) return 'closed on Sundays';
  if (day <= localDay.format(now)) return 'too late for that day';
}

/** JavaScript accepts 2026-02-30 and 2026-06 as dates, too. */
function isDay(day) {
  if (typeof day !== 'string') return false;
  return new Date(day).toJSON()?.slice(0, 10) === day;
}
// #endregion rules
