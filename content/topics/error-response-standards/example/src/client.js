// The checkout of a shop that takes gift cards.
// #region client
const unclear =
  "We can't tell whether your card was used. Please check its balance first.";

export async function payWithCard(server, token, code, cents) {
  let response;
  try {
    response = await fetch(new URL('/redemptions', server), {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ code, cents }),
      signal: AbortSignal.timeout(10_000),
    });
  } catch {
    return unclear; // it may have arrived, and the response got lost
  }
  if (response.status === 201) return 'Paid.';
  if (response.ok) return unclear; // a proxy's page with 200, not our API

  const problem = await readProblem(response);
  switch (problem.type) {
    case 'https://api.gift.example/problems/unknown-card':
      return 'Please check the code of your card.';
    case 'https://api.gift.example/problems/insufficient-balance':
      return `Your card covers ${problem.balanceCents} cents. How would you like to pay the rest?`;
    default:
      return response.status >= 500 ? unclear : 'We could not use your card.';
  }
}

// Proxies on the way send HTML or nothing, so look before you parse.
async function readProblem(response) {
  const type = response.headers.get('Content-Type') ?? '';
  if (!/^application\/problem\+json\b/i.test(type)) return {};
  try {
    return (await response.json()) ?? {};
  } catch {
    return {};
  }
}
// #endregion client
