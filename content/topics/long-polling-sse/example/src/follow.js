// #region follow
export function follow(base, show, { signal, EventSource, ...settings }) {
  const { pause = 1_000, silence = 40_000 } = settings;
  let source, watch;
  const stop = () => {
    clearTimeout(watch);
    source?.close();
  };
  signal.addEventListener('abort', stop);
  const again = () => {
    stop();
    setTimeout(begin, pause * (1 + Math.random()));
  };
  const alive = () => {
    clearTimeout(watch);
    watch = setTimeout(again, silence); // a dead connection doesn't say so
  };
  const load = async () => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(silence)]);
    const response = await fetch(`${base}/state`, { signal: limit });
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
    alive();
    source.addEventListener('beat', alive);
    source.onmessage = ({ data }) => {
      alive();
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
