// #region first-try
export async function remindAll(appointments, url) {
  for (const { phone, time } of appointments) {
    const response = await fetch(`${url}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to: phone, text: `Appointment at ${time}` }),
    });
    const { ok } = await response.json();
    if (!ok) console.error('not sent:', phone);
  }
}
// #endregion first-try
