import { count } from "./format.js";
import { iterationsAt } from "./moment.js";
import { lastName } from "./pointer.js";

/**
 * The rows of a timeline: one for each state of each machine that ran, with a bar a visit, so that a
 * loop does not make the timeline longer. Of a Map with many iterations the failed, the slowest and
 * the chosen ones have rows; the rest is one row that shows how many ran at a time.
 */

const ALL_UP_TO = 12;
const FAILED_AT_MOST = 10;
const SLOWEST = 5;

/**
 * @param chosen the iterations that were chosen, of each visit of a Map by its index
 * @returns `[{visits, label, depth}]`, and `{rest: iterations, label, depth}` for many in one
 */
export function timelineRows(course, chosen = new Map()) {
  const rows = [];
  scope(course.roots, 0, "");
  return rows;

  function scope(visits, depth, prefix) {
    const states = new Map();
    for (const visit of visits) {
      const known = states.get(visit.record.pointer);
      if (known) known.push(visit);
      else states.set(visit.record.pointer, [visit]);
    }
    for (const [pointer, of] of states) {
      rows.push({ visits: of, label: prefix + lastName(pointer), depth });
      if (of[0].record.type === "Map") of.forEach((map) => iterations(map, depth + 1));
      else scope(of.flatMap((visit) => visit.children), depth + 1, "");
    }
  }

  function iterations(map, depth) {
    const all = iterationsAt(course, map, course.events.length - 1);
    const shown = all.length <= ALL_UP_TO ? all : worthARow(all, chosen.get(map.index));
    for (const iteration of shown) scope(iteration.visits, depth, `[${iteration.index}] `);
    const isShown = new Set(shown);
    const rest = all.filter((iteration) => !isShown.has(iteration));
    if (rest.length > 0) rows.push({ rest, map, label: `${count(rest.length)} more`, depth });
  }
}

function worthARow(all, chosen) {
  const failed = all.filter((iteration) => ["FAILED", "ABORTED"].includes(iteration.status)).slice(0, FAILED_AT_MOST);
  const slowest = [...all].sort((a, b) => b.to - b.from - (a.to - a.from) || a.index - b.index).slice(0, SLOWEST);
  const picked = all.filter((iteration) => iteration.index === chosen);
  return [...new Set([...failed, ...slowest, ...picked])].sort((a, b) => a.index - b.index);
}

/**
 * How many iterations run at a time.
 *
 * @param x the place of a virtual time on the axis
 * @returns the share of the greatest number for each of `buckets` equal parts of the axis
 */
export function densityOf(iterations, x, width, buckets) {
  const changes = new Array(buckets + 1).fill(0);
  const bucketOf = (seconds) => Math.min(buckets - 1, Math.max(0, Math.floor((x(seconds) / width) * buckets)));
  for (const iteration of iterations) {
    changes[bucketOf(iteration.from)]++;
    changes[bucketOf(iteration.to) + 1]--;
  }
  let running = 0;
  const amounts = changes.slice(0, buckets).map((change) => (running += change));
  const most = Math.max(1, ...amounts);
  return { most, shares: amounts.map((amount) => amount / most) };
}
