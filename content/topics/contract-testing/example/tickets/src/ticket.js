/** What a ticket says. This is the only code that calls the showings service. */
export async function ticketLine(showingsUrl, id) {
  const response = await fetch(`${showingsUrl}/showings/${id}`, {
    headers: { Accept: 'application/json' },
    signal: AbortSignal.timeout(2000),
  });
  if (response.status === 404) return 'unknown showing';
  if (!response.ok) throw new Error(`showings: ${response.status}`);
  const { film, startsAt, seats } = await response.json();
  const time = new Date(startsAt).toISOString().slice(0, 16);
  return `${film.title}, ${time}, ${seats.join(' ')}`;
}
