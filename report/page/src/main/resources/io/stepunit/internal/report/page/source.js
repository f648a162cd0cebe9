import { el, fill } from "./dom.js";
import { count } from "./format.js";
import { highlightLine, languageOf } from "./highlight.js";
import { rows } from "./rows.js";

const LINE_HEIGHT = 18;

/**
 * The source of a definition with a mark at each line: reached, never reached, or partly, which is a
 * rule that was only true, a retrier that was used and never exhausted.
 */
export function sourceOf(definition, coverage, onState) {
  const states = statesOf(definition.lines ?? {});
  const pane = sourcePane(definition, {
    marksOf: (amount) => marksOf(coverage.points, amount),
    words: (line, mark) => MARKS[mark],
    times: timesOf(coverage.points),
    onLine(line) {
      const state = innermost(states, line);
      if (state !== undefined) onState(state);
    },
  });
  const rangeOf = (pointer) => states.find((state) => state.pointer === pointer)?.range;
  return {
    element: pane.element,
    reveal: (line, pointer) => pane.reveal(rangeOf(pointer) ?? [line, line], line),
    revealState(pointer) {
      const range = rangeOf(pointer);
      if (range !== undefined) pane.reveal(range, range[0], 0.12);
    },
    clear: () => pane.clear(),
  };
}

/**
 * A source with marks in its margin: `marksOf(lines)` gives the mark of each line, `ok`, `bad`, `half`
 * or none, `words(line, mark)` what the mark says, `times` is a map of what else stands at a line;
 * `onLine(line)` is told of clicks.
 */
export function sourcePane({ text = "", file = "" }, { marksOf: marking, words, times, onLine }) {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length > 1 && lines.at(-1) === "") lines.pop();
  const language = languageOf(text);
  const marks = marking(lines.length);
  let chosen = [0, -1];

  const where = el("span", { class: "muted cut" });
  const pane = el("div", { class: "pane-body source", tabindex: "0", role: "region", "aria-label": "Source" });
  const isChosen = (line) => line >= chosen[0] && line <= chosen[1];
  const row = (i) => lineRow(i + 1, lines[i], language, marks[i + 1], words(i + 1, marks[i + 1]), times.get(i + 1), isChosen(i + 1));
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const list = rows(pane, { count: lines.length, height: LINE_HEIGHT, row, attributes: { class: "lines mono", style: { "min-width": `calc(${longest}ch + 124px)` } } });
  fill(pane, list.element);

  pane.addEventListener("click", (event) => {
    const line = Number(event.target.closest("[data-line]")?.dataset.line);
    if (line > 0 && String(getSelection()) === "") onLine(line);
  });
  const sayWhere = () => {
    const first = Math.min(lines.length, Math.floor(pane.scrollTop / LINE_HEIGHT) + 1);
    const last = Math.min(lines.length, Math.floor((pane.scrollTop + pane.clientHeight) / LINE_HEIGHT));
    where.textContent = first === 1 && last >= lines.length ? plainLines(lines.length) : `lines ${count(first)} to ${count(Math.max(first, last))} of ${count(lines.length)}`;
  };
  pane.addEventListener("scroll", sayWhere, { passive: true });
  new ResizeObserver(sayWhere).observe(pane);

  const head = el("div", { class: "pane-head" }, el("h2", {}, "Source"), where, el("span", { class: "space" }), el("span", { class: "muted mono cut", title: file }, file));
  const choose = (range) => {
    chosen = range;
    list.refresh();
  };
  return {
    element: el("section", { class: "source-pane", "aria-label": "Source" }, head, pane),
    reveal(range, line, place) {
      choose(range);
      list.reveal(line - 1, place);
    },
    clear: () => choose([0, -1]),
  };
}

function plainLines(amount) {
  return amount === 1 ? "1 line" : `${count(amount)} lines`;
}

const MARKS = { ok: "reached", bad: "never reached", half: "partly reached" };

function lineRow(number, text, language, mark, words, times, isChosen) {
  return el(
    "div",
    { class: `line${mark === undefined ? "" : ` mark-${mark}`}${isChosen ? " chosen" : ""}`, "data-line": number },
    el("span", { class: "gutter" }, el("span", { class: "no" }, String(number)), el("i", { title: mark && words }), el("span", { class: "times" }, times ?? "")),
    el("span", { class: "text" }, highlightLine(text, language)),
  );
}

/** The mark of each line, by the points of the smallest range of lines that holds it. */
function marksOf(points, amount) {
  const ranges = new Map();
  for (const point of points) {
    if (!point.lines) continue;
    const key = point.lines.join("-");
    const range = ranges.get(key) ?? { lines: point.lines, points: [] };
    range.points.push(point);
    ranges.set(key, range);
  }
  const outerFirst = [...ranges.values()].sort((one, other) => size(other) - size(one));
  const marks = [];
  for (const range of outerFirst) {
    // Of a state, what else stands at its lines, such as the sizes of a Map, marks the first only.
    const states = range.points.filter((point) => point.kind === "states");
    const mark = markOf(states.length > 0 ? states : range.points);
    for (let line = range.lines[0]; line <= Math.min(range.lines[1], amount); line++) marks[line] = mark;
    marks[range.lines[0]] = markOf(range.points);
  }
  return marks;
}

function markOf(points) {
  const hit = points.filter((point) => point.count > 0).length;
  return hit === points.length ? "ok" : hit === 0 ? "bad" : "half";
}

function size({ lines }) {
  return lines[1] - lines[0];
}

/** The count of a state at its first line. */
function timesOf(points) {
  return new Map(points.filter((point) => point.kind === "states" && point.lines).map((point) => [point.lines[0], `${count(point.count)}×`]));
}

function statesOf(lines) {
  return Object.entries(lines)
    .filter(([pointer]) => /\/States\/[^/]+$/.test(pointer))
    .map(([pointer, range]) => ({ pointer, range }));
}

function innermost(states, line) {
  const around = states.filter(({ range }) => line >= range[0] && line <= range[1]);
  return around.sort((one, other) => one.range[1] - one.range[0] - (other.range[1] - other.range[0]))[0]?.pointer;
}
