// #region first-try
import express from 'express';
import { sendMail } from './mail.js';

const app = express();
const taken = new Set();
app.use(express.json());

app.post('/appointments', async (req, res) => {
  const { day, email } = req.body;
  const today = new Date().toISOString().slice(0, 10);
  const isSunday = new Date(day).getUTCDay() === 0;
  if (day <= today || isSunday || taken.has(day)) {
    return res.status(409).json({ error: 'not possible' });
  }
  await sendMail(email, `Your bicycle is booked in for ${day}.`);
  taken.add(day);
  res.status(201).json({ day });
});

app.listen(3000);
// #endregion first-try
