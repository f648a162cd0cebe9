import { go } from "./address.js";
import { el } from "./dom.js";
import { count } from "./format.js";
import { icon } from "./icons.js";

/** A table of small cells with upright names above it and totals on both margins. */

/**
 * @param options `rows`: {name, note, key}; `columns`: {name, columns}, one head over one or two columns;
 *     `cell(row, column)`: {kind, of, failed, total, label, address}, or undefined where there is nothing;
 *     `chosen(choice)`: the `of` of the cell that a choice is about
 * @returns `{element, select(choice)}`
 */
export function grid({ label, heading, corner, rows, columns, cell, chosen }) {
  const cells = [];
  const perColumn = columns.map(() => ({ failed: 0, total: 0 }));
  const all = { failed: 0, total: 0 };
  const body = rows.map((row, y) => {
    const sum = { failed: 0, total: 0 };
    cells.push([]);
    const line = columns.flatMap((column, x) =>
      column.columns.map((part) => {
        const one = cell(row, part);
        if (one) for (const to of [sum, perColumn[x], all]) add(to, one);
        const element = cellElement(one, y, cells[y].length);
        cells[y].push({ one, element });
        return element;
      }),
    );
    const name = el("th", { scope: "row", title: row.name }, row.name, row.note && el("span", { class: "muted" }, ` ${row.note}`));
    return el("tr", {}, name, line, el("td", { class: "total" }, totalOf(sum)));
  });
  const span = (column) => (column.columns.length > 1 ? column.columns.length : undefined);
  const table = el(
    "table",
    { class: "cells", role: "grid", "aria-label": label },
    el("thead", {}, el("tr", {}, el("td", {}), columns.map((column) => el("th", { scope: "col", colspan: span(column), title: column.name }, el("span", {}, column.name))), el("td", {}))),
    el("tbody", {}, body),
    el(
      "tfoot",
      {},
      el("tr", {}, el("th", { scope: "row" }, corner), columns.map((column, x) => el("td", { class: "total", colspan: span(column) }, column.columns.length > 1 ? totalOf(perColumn[x]) : narrowTotalOf(perColumn[x]))), el("td", { class: "total" }, totalOf(all))),
    ),
  );
  table.addEventListener("click", (event) => open(cells, event.target.closest("td[data-y]")));
  table.addEventListener("keydown", (event) => onKey(cells, event));
  const card = el("div", { class: "card cells-card" }, heading && el("div", { class: "cells-heading" }, heading), el("div", { class: "cells-scroll" }, table));
  const select = (choice) => reveal(mark(cells, chosen(choice)), card);
  select({});
  return { element: card, select };
}

function add(sum, { failed, total }) {
  sum.failed += failed;
  sum.total += total;
}

function totalOf({ failed, total }) {
  if (total === 0) return "";
  return failed > 0 ? [el("b", { class: "bad" }, count(failed)), el("span", { class: "of" }, " of "), count(total)] : count(total);
}

/** Under a single column there is room for one figure. */
function narrowTotalOf({ failed, total }) {
  return failed > 0 ? el("b", { class: "bad", title: `${failed} of ${total} failed` }, count(failed)) : totalOf({ failed, total });
}

function cellElement(one, y, x) {
  if (one === undefined) return el("td", { class: "absent", role: "gridcell", "aria-label": "not applicable" }, "·");
  return el(
    "td",
    { class: "cell", role: "gridcell", tabindex: -1, "data-y": y, "data-x": x, "aria-label": one.label, title: one.label },
    el("i", { class: one.kind.name }, icon(one.kind.icon, { size: 14 })),
  );
}

/** The one tab stop of the table is the chosen cell, or the first one. */
function mark(cells, of) {
  const all = cells.flat().filter(({ one }) => one !== undefined);
  const at = all.find(({ one }) => of !== undefined && one.of === of);
  for (const { element } of all) {
    element.removeAttribute("aria-selected");
    element.tabIndex = -1;
  }
  at?.element.setAttribute("aria-selected", "true");
  const stop = at ?? all[0];
  if (stop) stop.element.tabIndex = 0;
  return at?.element;
}

/** Scrolls the table, and not the page, to the chosen cell, as soon as it is laid out. */
function reveal(element, card) {
  if (!element) return;
  requestAnimationFrame(() => {
    const pane = card.querySelector(".cells-scroll");
    const cell = element.getBoundingClientRect();
    const inside = pane.getBoundingClientRect();
    const corner = pane.querySelector("thead td").getBoundingClientRect();
    const isInSight = cell.left >= corner.right && cell.right <= inside.right && cell.top >= corner.bottom && cell.bottom <= inside.bottom - 40;
    if (isInSight) return;
    pane.scrollLeft += cell.left - (corner.right + inside.right) / 2;
    pane.scrollTop += cell.top - (corner.bottom + inside.bottom) / 2;
  });
}

function open(cells, element) {
  if (element) go(cells[Number(element.dataset.y)][Number(element.dataset.x)].one.address);
}

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function onKey(cells, event) {
  const from = event.target.closest("td[data-y]");
  if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = STEPS[event.key];
  if (event.key === "Enter" || event.key === " ") open(cells, from);
  else if (step) focus(next(cells, Number(from.dataset.y), Number(from.dataset.x), step), from);
  else if (event.key === "Home") focus(next(cells, Number(from.dataset.y), -1, [0, 1]), from);
  else if (event.key === "End") focus(next(cells, Number(from.dataset.y), cells[Number(from.dataset.y)].length, [0, -1]), from);
  else return;
  event.preventDefault();
}

/** The next cell in a direction; cells with nothing in them are passed over. */
function next(cells, y, x, [dy, dx]) {
  for (let row = y + dy, column = x + dx; cells[row]?.[column]; row += dy, column += dx) {
    if (cells[row][column].one) return cells[row][column].element;
  }
  return undefined;
}

function focus(element, from) {
  if (!element) return;
  from.tabIndex = -1;
  element.tabIndex = 0;
  element.focus();
}
