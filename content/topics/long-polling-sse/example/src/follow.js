// #region follow
export async function follow(base, show, { signal, EventSource }) {
  const response = await fetch(`${base}/state`, { signal });
  const { last, state } = await response.json();
  show(state);
  const source = new EventSource(`${base}/stream?since=${last}`);
  signal.addEventListener('abort', () => source.close());
  source.onmessage = ({ data }) => {
    const { district, votes } = JSON.parse(data);
    state[district] = votes;
    show(state);
  };
  source.addEventListener('reset', () => {
    source.close();
    follow(base, show, { signal, EventSource });
  });
}
// #endregion follow
