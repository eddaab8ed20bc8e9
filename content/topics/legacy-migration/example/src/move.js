// #region copy
function pull(from, to) {
  to.setState('copying'); // no one else sees this state: it isn't committed
  const changes = from.changes();
  for (const change of changes) to.apply(change);
  to.setState('closed');
  return changes.at(-1)?.seq ?? 0;
}

export function copy(from, to) {
  const last = to.transaction(() => {
    if (to.state() !== 'closed') throw new Error('The target takes writes.');
    return pull(from, to);
  });
  from.forget(last);
}
// #endregion copy

const line = ({ meter, date, kwh }) => `${meter} ${date} ${kwh}`;

export function differences(from, to) {
  const there = new Set(to.rows().map(line));
  const here = new Set(from.rows().map(line));
  return [...here.symmetricDifference(there)];
}

// #region hand-over
export function handOver(from, to) {
  const last = to.transaction(() => {
    const states = `${from.state()} to ${to.state()}`;
    if (states === 'closed to open') return; // an earlier run did it all
    if (states === 'leaving to open') return 0; // it was killed here
    if (states !== 'open to closed' && states !== 'leaving to closed')
      throw new Error(`Can't hand over from ${states}.`);
    from.setState('leaving'); // committed at once: now it refuses writes
    try {
      const seq = pull(from, to);
      const found = differences(from, to);
      if (found.length > 0) throw new Error(`${found.length} rows differ.`);
      to.setState('open');
      return seq;
    } catch (error) {
      from.setState('open');
      throw error;
    }
  });
  if (last === undefined) return;
  from.setState('closed');
  from.forget(last);
}
// #endregion hand-over
