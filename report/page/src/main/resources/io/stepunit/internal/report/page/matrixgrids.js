import { addressOf } from "./address.js";
import { el } from "./dom.js";
import { plural } from "./format.js";
import { grid } from "./grid.js";
import { attemptsText, combinationOf, kindOf, KINDS } from "./outcomes.js";

/** The tables of a fault matrix. */

/** The segments of a combination's address. */
export function segmentsOf(cell) {
  const one = [cell.state, cell.fault, cell.attempts];
  return cell.pair ? [...one, cell.pair.state, cell.pair.fault, cell.pair.attempts] : one;
}

/** States by faults, with two columns to each fault. */
export function singleGrid(sweep, cells, id) {
  const columns = sweep.faults.map(({ fault }) => ({ name: fault, columns: ["FIRST", "EVERY"].map((attempts) => ({ fault, attempts })) }));
  const find = new Map(cells.map((cell) => [JSON.stringify([cell.state, cell.fault, cell.attempts]), cell]));
  return grid({
    label: "States by faults",
    corner: "failed of all",
    rows: sweep.states.map((state) => ({ name: state, key: state })),
    columns,
    cell: (row, { fault, attempts }) => single(find.get(JSON.stringify([row.key, fault, attempts])), id),
    chosen: (chosen) => chosen.cell,
  });
}

function single(cell, id) {
  if (cell === undefined) return undefined;
  const kind = KINDS.find((one) => one.name === kindOf(cell));
  return { kind, of: cell, failed: kind.name === "failed" ? 1 : 0, total: 1, label: `${combinationOf(cell)}: ${kind.word}`, address: addressOf("matrix", id, segmentsOf(cell)) };
}

/** States by states: in each cell the worst that came of all pairs of their faults. */
export function stateGrid(matrix, id) {
  const states = matrix.pairStates;
  return grid({
    label: "States by states",
    corner: "failed of all",
    rows: states.slice(0, -1).map((state) => ({ name: state, key: state })),
    columns: states.slice(1).map((state) => ({ name: state, columns: [{ state }] })),
    cell: (row, { state }) => (states.indexOf(row.key) < states.indexOf(state) ? several(matrix.pairsOf(row.key, state), row.key, state, id) : undefined),
    chosen: (chosen) => chosen.states?.join("\n"),
  });
}

function several(cells, first, second, id) {
  if (cells.length === 0) return undefined;
  const kind = KINDS.find((one) => cells.some((cell) => kindOf(cell) === one.name));
  const failed = cells.filter((cell) => kindOf(cell) === "failed").length;
  return {
    kind,
    of: [first, second].join("\n"),
    failed,
    total: cells.length,
    label: `${first} and ${second}: ${failed > 0 ? `${failed} of ` : ""}${plural(cells.length, "pair")}, ${failed > 0 ? "failed" : kind.word}`,
    address: addressOf("matrix", id, [first, second]),
  };
}

/** The faults of one state by those of another. */
export function pairGrid(matrix, [first, second], id) {
  const cells = matrix.pairsOf(first, second);
  const at = (one, state) => (one.state === state ? one : one.pair);
  const find = new Map(cells.map((cell) => [pairKey(at(cell, first), at(cell, second)), cell]));
  const faults = (state) => [...new Set(cells.map((cell) => at(cell, state).fault))];
  return grid({
    label: `Faults of ${first} by faults of ${second}`,
    heading: [el("span", { class: "name" }, first), " down, ", el("span", { class: "name" }, second), " across"],
    corner: "failed of all",
    rows: faults(first).flatMap((fault) =>
      ["FIRST", "EVERY"]
        .filter((attempts) => cells.some((cell) => at(cell, first).fault === fault && at(cell, first).attempts === attempts))
        .map((attempts) => ({ name: fault, note: attemptsText(attempts), key: { fault, attempts } })),
    ),
    columns: faults(second).map((fault) => ({ name: fault, columns: ["FIRST", "EVERY"].map((attempts) => ({ fault, attempts })) })),
    cell: (row, column) => single(find.get(pairKey(row.key, column)), id),
    chosen: (chosen) => chosen.cell,
  });
}

function pairKey(one, other) {
  return JSON.stringify([one.fault, one.attempts, other.fault, other.attempts]);
}
