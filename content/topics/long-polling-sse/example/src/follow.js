// #region follow
export function follow(base, show, { signal, EventSource, pause = 1_000 }) {
  let source;
  signal.addEventListener('abort', () => source?.close());
  const again = () => {
    source?.close();
    setTimeout(begin, pause * (1 + Math.random()));
  };
  const load = async () => {
    const response = await fetch(`${base}/state`, { signal });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return response.json();
  };

  async function begin() {
    const now = await load().catch(() => undefined);
    if (signal.aborted) return;
    if (!now) return again();
    const { last, state } = now;
    show(state);
    source = new EventSource(`${base}/stream?since=${last}`);
    source.onmessage = ({ data }) => {
      const { district, votes } = JSON.parse(data);
      state[district] = votes;
      show(state);
    };
    source.addEventListener('reset', again);
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) again(); // not a 200
    };
  }
  begin();
}
// #endregion follow
