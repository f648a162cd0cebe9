import { el, fill } from "./dom.js";
import { detailsOf } from "./eventDetails.js";
import { count, duration } from "./format.js";
import { iterationsAt, worstFirst } from "./moment.js";
import { rows } from "./rows.js";
import { sign, statusIcon } from "./status.js";

/** Picks the iteration that a Map shows: how many ended how, a strip of all, a list that one can search. */

const ROW = 27;
const BUCKETS = 400;
const ITEM_LENGTH = 400;

/**
 * @param map the visit of the Map
 * @param shown the index of the iteration that its frame shows
 * @param filter `{status, words, top}`: what the reader looked for and how far down; it outlives the
 *     picker, which is drawn anew when another iteration is shown
 * @param onPick called with the index of another one
 */
export function iterationPicker({ course, map, moment, shown, filter, onPick }) {
  const all = iterationsAt(course, map, moment);
  const textOf = (iteration) => String(detailsOf(course.events[iteration.visits[0].entered] ?? {}).input ?? "");
  const listed = [...all].sort(worstFirst);
  const list = el("div", { class: "iterations-list", role: "listbox", tabindex: "0", "aria-label": "Iterations" });
  const isFound = (iteration) => (filter.status === undefined || iteration.status === filter.status) && isMatch(iteration, filter.words ?? "", textOf);
  let found = listed.filter(isFound);

  const row = (i) => {
    const { index, attempts, from, to, status: ended } = found[i];
    return el(
      "div",
      { class: `iteration${index === shown ? " chosen" : ""}`, role: "option", "aria-selected": String(index === shown), "data-iteration": String(index), on: { click: () => onPick(index) } },
      statusIcon(ended, 12),
      el("span", { class: "number" }, `[${index}]`),
      el("code", { class: "cut muted" }, textOf(found[i]).slice(0, ITEM_LENGTH)),
      el("span", { class: "muted number" }, attempts > 1 ? `×${attempts}` : ""),
      el("span", { class: "muted number" }, duration(to - from)),
    );
  };
  const lines = rows(list, { count: found.length, height: ROW, row, attributes: { role: "presentation" } });
  const nothing = el("p", { class: "muted", hidden: found.length > 0 }, "No iteration is like that.");
  fill(list, lines.element, nothing);

  const look = (change) => {
    Object.assign(filter, change, { top: 0 });
    found = listed.filter(isFound);
    nothing.hidden = found.length > 0;
    lines.refresh(found.length);
    list.scrollTop = 0;
  };
  const chips = statusChips(all, filter.status, (status) => look({ status }));
  const field = el("input", {
    class: "filter-field", type: "search", placeholder: "Index or item", "aria-label": "Find an iteration", value: filter.words ?? "",
    on: { input: (event) => look({ words: event.target.value.trim().toLowerCase() }) },
  });
  list.addEventListener("scroll", () => (filter.top = list.scrollTop), { passive: true });
  requestAnimationFrame(() => (list.scrollTop = filter.top ?? 0));
  list.addEventListener("keydown", (event) => step(event, found, shown, onPick));
  const head = el("div", { class: "iterations-head" }, chips, el("span", { class: "space" }), field);
  return el("div", { class: "iterations" }, head, strip(all, shown, onPick), list);
}

function isMatch({ index, ...iteration }, words, textOf) {
  if (words === "") return true;
  if (/^\d+$/.test(words)) return String(index) === words || textOf(iteration).toLowerCase().includes(words);
  return textOf(iteration).toLowerCase().includes(words);
}

function statusChips(all, chosen, choose) {
  const counts = new Map();
  for (const { status } of [...all].sort(worstFirst)) counts.set(status, (counts.get(status) ?? 0) + 1);
  const chip = (status, word, amount) => el("button", { class: "button", "aria-pressed": String(status === chosen), on: { click: pick(status) } }, status && statusIcon(status, 12), word, el("span", { class: "muted number" }, count(amount)));
  const pick = (status) => (event) => {
    for (const one of event.currentTarget.parentElement.children) one.setAttribute("aria-pressed", String(one === event.currentTarget));
    choose(status);
  };
  return el("div", { class: "buttons" }, chip(undefined, "All", all.length), [...counts].map(([status, amount]) => chip(status, sign(status).word, amount)));
}

/** All iterations by their index, each part of the strip coloured by the worst in it. */
function strip(all, shown, onPick) {
  const parts = bucketsOf(all, BUCKETS);
  const element = el("div", { class: "iteration-strip", role: "img", "aria-label": `${count(all.length)} iterations by index, coloured by the worst`, style: { "--parts": String(parts.length) } });
  fill(
    element,
    parts.map(({ worst, first, last }) => {
      const range = first === last ? `[${first}]` : `[${first}] to [${last}]`;
      const isShown = shown >= first && shown <= last;
      return el("i", { class: `${sign(worst.status).kind}${isShown ? " shown" : ""}`, title: `${range}: ${sign(worst.status).word.toLowerCase()}`, on: { click: () => onPick(worst.index) } });
    }),
  );
  return element;
}

/** At most so many parts of neighbouring iterations, each with the worst in it. */
export function bucketsOf(iterations, most) {
  const size = Math.max(1, Math.ceil(iterations.length / most));
  const buckets = [];
  for (let i = 0; i < iterations.length; i += size) {
    const part = iterations.slice(i, i + size);
    const worst = part.reduce((one, other) => (worstFirst(one, other) <= 0 ? one : other));
    buckets.push({ worst, first: part[0].index, last: part[part.length - 1].index });
  }
  return buckets;
}

function step(event, found, shown, onPick) {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const at = found.findIndex((iteration) => iteration.index === shown);
  const next = found[Math.min(found.length - 1, Math.max(0, at + by))];
  if (next) onPick(next.index);
}
