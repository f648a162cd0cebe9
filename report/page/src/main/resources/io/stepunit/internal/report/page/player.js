/**
 * Steps through the events of an execution. Playing gives each event the same time, and takes eight
 * seconds at most, however many there are.
 */

const LONGEST_MILLIS = 8000;
const EVENT_MILLIS = 400;

/**
 * @param count the number of events
 * @param position gives the event that is shown
 * @param go shows another one
 * @param changed called with whether it plays, when that changes
 */
export function player({ count, position, go, changed }) {
  let frame;

  const stop = () => {
    if (frame === undefined) return;
    cancelAnimationFrame(frame);
    frame = undefined;
    changed(false);
  };

  const play = () => {
    const from = position() >= count - 1 ? 0 : position();
    const millis = millisPerEvent(count);
    let start;
    const show = (now) => {
      start ??= now;
      const next = Math.min(count - 1, from + Math.floor((now - start) / millis));
      if (next !== position()) go(next);
      if (next >= count - 1) stop();
      else frame = requestAnimationFrame(show);
    };
    go(from);
    changed(true);
    frame = requestAnimationFrame(show);
  };

  return {
    stop,
    toggle: () => (frame === undefined ? count > 1 && play() : stop()),
    step: (by) => {
      stop();
      go(Math.min(count - 1, Math.max(0, position() + by)));
    },
  };
}

/** How long each event is shown while playing. */
export function millisPerEvent(count) {
  return Math.min(EVENT_MILLIS, LONGEST_MILLIS / Math.max(1, count));
}
