/**
 * Virtual time on a line that a person can read: days of waiting take little room, milliseconds
 * some.
 *
 * Between two neighbouring instants the width is `log2(1 + 4 × seconds)`; a gap above ten minutes
 * is a band of fixed width. An execution that takes no time at all has the order of its events as
 * its axis.
 */

const BAND_FROM_SECONDS = 600;
const BAND_PIXELS = 40;
const BANDS_AT_MOST = 0.5;
const LABELS_APART = 10;

/**
 * @param seconds the virtual times of the events, ascending
 * @param end the virtual time at which the axis ends
 * @param width the width to fill, in pixels
 * @return `{width, x(seconds), at(position), bands, nearest(x), byOrder}`; `bands` are `{from, to,
 *     seconds}` with pixels
 */
export function axisOf(seconds, end, width) {
  const byOrder = end <= 0;
  const instants = [...new Set(byOrder ? seconds.keys() : [0, ...seconds, end])]
    .sort((a, b) => a - b);
  const gaps = instants.slice(1).map((instant, i) => instant - instants[i]);
  const isBand = (gap) => !byOrder && gap > BAND_FROM_SECONDS;
  const units = gaps.reduce((sum, gap) => sum + (isBand(gap) ? 0 : unitsOf(gap)), 0);
  const bandCount = gaps.filter(isBand).length;
  const bandWidth = bandCount === 0 ? 0
      : units === 0 ? width / bandCount
      : Math.min(BAND_PIXELS, width * BANDS_AT_MOST / bandCount);
  const scale = units === 0 ? 0 : (width - bandCount * bandWidth) / units;
  const xs = [0];
  const bands = [];
  gaps.forEach((gap, i) => {
    const step = isBand(gap) ? bandWidth : unitsOf(gap) * scale;
    if (isBand(gap)) {
      bands.push({ from: xs[i], to: xs[i] + step, seconds: gap });
    }
    xs.push(xs[i] + step);
  });
  const x = (value) => interpolate(instants, xs, value);
  return {
    width, byOrder, bands, x,
    at: (position) => x(byOrder ? position : seconds[position]),
    nearest: (pixel) => nearest(seconds, pixel, (i) => x(byOrder ? i : seconds[i])),
  };
}

function unitsOf(gap) {
  return Math.log2(1 + 4 * gap);
}

function interpolate(instants, xs, value) {
  let low = 0;
  let high = instants.length - 1;
  if (high < 0 || value <= instants[0]) {
    return 0;
  }
  if (value >= instants[high]) {
    return xs[high];
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (instants[middle] <= value) {
      low = middle;
    } else {
      high = middle;
    }
  }
  const share = (value - instants[low]) / (instants[high] - instants[low]);
  return xs[low] + share * (xs[high] - xs[low]);
}

/** The position of the event that is nearest to a pixel; of those at one instant, the last. */
function nearest(seconds, pixel, xOf) {
  let best = 0;
  for (let i = 1; i < seconds.length; i++) {
    if (Math.abs(xOf(i) - pixel) <= Math.abs(xOf(best) - pixel)) {
      best = i;
    }
  }
  return best;
}

/**
 * The labels of an axis that have room: the lengths of the bands first, then start and end, then
 * the instants that a wait led to, then a few in between. One that would touch another goes.
 *
 * @param textWidth the width of a text in pixels
 * @param texts `{at(seconds), length(seconds)}`
 * @return `[{x, text, kind: "INSTANT"|"BAND"}]`, `x` the middle of the text, in the order of `x`
 */
export function labelsOf(axis, seconds, end, textWidth, texts) {
  if (axis.byOrder) {
    return [];
  }
  const instants = [0, end, ...instantsToTell(axis, seconds)]
    .map((at) => ({ x: axis.x(at), text: at === 0 ? "0" : texts.at(at), kind: "INSTANT" }));
  const bands = axis.bands.map((band) =>
    ({ x: (band.from + band.to) / 2, text: texts.length(band.seconds), kind: "BAND" }));
  const kept = [];
  for (const label of [...bands, ...instants]) {
    const half = textWidth(label.text) / 2;
    const x = Math.min(Math.max(label.x, half), axis.width - half);
    const hasRoom = (other) => Math.abs(other.x - x) >= other.half + half + LABELS_APART;
    if (kept.every((other) => hasRoom(other) && (other.kind !== label.kind || other.text !== label.text || label.kind === "BAND"))) {
      kept.push({ x, half, text: label.text, kind: label.kind });
    }
  }
  return kept.sort((a, b) => a.x - b.x).map(({ x, text, kind }) => ({ x, text, kind }));
}

/** The instants just after a band: what a wait was for; then a few in between. */
function instantsToTell(axis, seconds) {
  const ends = new Set(axis.bands.map((band) => Math.round(band.to * 1000)));
  const distinct = [...new Set(seconds)];
  const after = distinct.filter((at) => ends.has(Math.round(axis.x(at) * 1000)));
  const step = Math.max(1, Math.floor(distinct.length / 12));
  return [...after, ...distinct.filter((_, i) => i % step === 0)];
}
