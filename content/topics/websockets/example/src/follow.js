// Runs in the browser.

// #region follow
/**
 * Follows an auction, and comes back by itself when the connection breaks.
 * `connect(last, signal)` fetches a ticket with that signal, so it can't hang,
 * and returns a WebSocket; `last` is the number of the newest bid that was
 * shown, undefined at first. Call `stop` when the user has logged out.
 */
export function follow({ connect, show, silence = 75_000, wait = backoff }) {
  let socket, last, timer;
  let attempt = 0;
  let stopped = false;

  async function open() {
    try {
      socket = await connect(last, AbortSignal.timeout(silence));
    } catch {
      return again(); // no ticket: the server is down, or there's no network
    }
    if (stopped) return socket.close();
    socket.onmessage = ({ data }) => {
      expectMore();
      const message = JSON.parse(data);
      if (message.type === 'beat') {
        attempt = 0; // the connection has lasted
        return;
      }
      last = message.number ?? last;
      show(message);
    };
    socket.onclose = ({ code }) => {
      clearTimeout(timer);
      if (code !== 4004) again(); // an auction that isn't there won't come back
    };
    expectMore();
  }

  function expectMore() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      socket.onclose = null;
      socket.close();
      again();
    }, silence);
  }

  function again() {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(open, wait(attempt++));
  }

  open();
  return {
    /** Returns false if there is no connection; nothing was sent then. */
    bid(amount) {
      if (socket?.readyState !== 1) return false; // 1 is OPEN
      socket.send(JSON.stringify({ amount }));
      return true;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}

/** A random time up to 1 s, 2 s, 4 s … and at most 30 s. */
export function backoff(attempt) {
  return Math.random() * Math.min(30_000, 1_000 * 2 ** attempt);
}
// #endregion follow
