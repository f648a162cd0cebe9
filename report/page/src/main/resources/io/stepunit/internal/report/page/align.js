/**
 * Puts two courses beside each other: pure, of values only, no document.
 *
 * A row is {left, right, kind}: SAME, DATA (the same but for its data), CHANGED (the same place, and
 * something else happened), LEFT or RIGHT (on one side only).
 */

/** Above this many comparisons a stretch without a unique common key is not matched any more. */
const MOST_COMPARISONS = 1_000_000;

/**
 * @param left, right lists
 * @param key what has to be equal for two items to stand in one row
 * @param kind tells two such items apart: SAME, DATA or CHANGED
 */
export function align(left, right, key, kind) {
  const rows = [];
  const pairs = matches(left.map(key), right.map(key));
  let l = 0;
  let r = 0;
  for (const [atLeft, atRight] of [...pairs, [left.length, right.length]]) {
    while (l < atLeft) rows.push({ left: left[l++], right: undefined, kind: "LEFT" });
    while (r < atRight) rows.push({ left: undefined, right: right[r++], kind: "RIGHT" });
    if (l < left.length && r < right.length) {
      rows.push({ left: left[l], right: right[r], kind: kind(left[l++], right[r++]) });
    }
  }
  return rows;
}

/**
 * Rows that tell nothing, SAME or DATA, as one block each; what stands on one side only beside what
 * stands on the other; each CHANGED row alone. Blocks are {kind: FOLDED | CHANGED | PARTED, data,
 * left, right}, with lists of items on both sides.
 */
export function blocks(rows) {
  const found = [];
  for (const row of rows) {
    const kind = row.kind === "SAME" || row.kind === "DATA" ? "FOLDED" : row.kind === "CHANGED" ? "CHANGED" : "PARTED";
    const last = found.at(-1);
    let block = last;
    if (!last || last.kind !== kind || kind === "CHANGED" || (kind === "FOLDED" && last.data !== (row.kind === "DATA"))) {
      block = { kind, data: row.kind === "DATA", left: [], right: [] };
      found.push(block);
    }
    if (row.left !== undefined) block.left.push(row.left);
    if (row.right !== undefined) block.right.push(row.right);
  }
  return found;
}

/** The indices of what is common to two lists of keys, in the order of both. */
export function matches(left, right) {
  const pairs = [];
  match(left, 0, left.length, right, 0, right.length, pairs);
  return pairs;
}

function match(left, fromLeft, toLeft, right, fromRight, toRight, pairs) {
  let l = fromLeft;
  let r = fromRight;
  let endLeft = toLeft;
  let endRight = toRight;
  while (l < endLeft && r < endRight && left[l] === right[r]) pairs.push([l++, r++]);
  const tail = [];
  while (l < endLeft && r < endRight && left[endLeft - 1] === right[endRight - 1]) tail.push([--endLeft, --endRight]);
  if (l < endLeft && r < endRight) {
    if ((endLeft - l) * (endRight - r) <= MOST_COMPARISONS) {
      longestCommon(left, l, endLeft, right, r, endRight, pairs);
    } else {
      byAnchors(left, l, endLeft, right, r, endRight, pairs);
    }
  }
  pairs.push(...tail.reverse());
}

function longestCommon(left, fromLeft, toLeft, right, fromRight, toRight, pairs) {
  const width = toRight - fromRight + 1;
  const lengths = new Uint32Array((toLeft - fromLeft + 1) * width);
  for (let l = toLeft - fromLeft - 1; l >= 0; l--) {
    for (let r = width - 2; r >= 0; r--) {
      lengths[l * width + r] =
        left[fromLeft + l] === right[fromRight + r]
          ? lengths[(l + 1) * width + r + 1] + 1
          : Math.max(lengths[(l + 1) * width + r], lengths[l * width + r + 1]);
    }
  }
  let l = 0;
  let r = 0;
  while (l < toLeft - fromLeft && r < width - 1) {
    if (left[fromLeft + l] === right[fromRight + r]) {
      pairs.push([fromLeft + l++, fromRight + r++]);
    } else if (lengths[(l + 1) * width + r] >= lengths[l * width + r + 1]) {
      l++;
    } else {
      r++;
    }
  }
}

/** Long stretches are cut at keys that stand once on each side, and matched between them. */
function byAnchors(left, fromLeft, toLeft, right, fromRight, toRight, pairs) {
  const anchors = increasing(uniqueInBoth(left, fromLeft, toLeft, right, fromRight, toRight));
  let l = fromLeft;
  let r = fromRight;
  for (const [atLeft, atRight] of anchors) {
    match(left, l, atLeft, right, r, atRight, pairs);
    pairs.push([atLeft, atRight]);
    l = atLeft + 1;
    r = atRight + 1;
  }
  if (anchors.length > 0) match(left, l, toLeft, right, r, toRight, pairs);
}

function uniqueInBoth(left, fromLeft, toLeft, right, fromRight, toRight) {
  const once = (keys, from, to) => {
    const at = new Map();
    for (let i = from; i < to; i++) at.set(keys[i], at.has(keys[i]) ? -1 : i);
    return at;
  };
  const atRight = once(right, fromRight, toRight);
  return [...once(left, fromLeft, toLeft)]
    .filter(([key, at]) => at >= 0 && (atRight.get(key) ?? -1) >= 0)
    .map(([key, at]) => [at, atRight.get(key)])
    .sort((a, b) => a[0] - b[0]);
}

/** The longest choice of pairs, sorted by their left, in which the right increases, too. */
function increasing(pairs) {
  const ends = [];
  const before = new Array(pairs.length);
  pairs.forEach(([, value], at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]][1] < value) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? ends[low - 1] : -1;
    ends[low] = at;
  });
  const chosen = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]) chosen.push(pairs[at]);
  return chosen.reverse();
}
