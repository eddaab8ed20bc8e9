const api = 'http://localhost:8080';
const credentials = 'include'; // send and accept cookies

const requests = {
  forecast: () => fetch(`${api}/forecast`),
  login: () => fetch(`${api}/login`, { method: 'POST', credentials }),
  me: () => fetch(`${api}/me`, { credentials }),
  report: () =>
    fetch(`${api}/reports`, {
      method: 'POST',
      credentials,
      body: new URLSearchParams({ text: 'hail' }),
    }),
  alarm: () =>
    fetch(`${api}/alarms/4`, {
      method: 'PUT',
      credentials,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ threshold: 20 }),
    }),
};

const result = document.querySelector('#result');
for (const button of document.querySelectorAll('[data-request]')) {
  button.addEventListener('click', async () => {
    try {
      const response = await requests[button.dataset.request]();
      result.textContent = `${response.status} ${await response.text()}`;
    } catch (error) {
      result.textContent = String(error);
    }
  });
}
