import { addressOf, go } from "./address.js";
import { combination } from "./combination.js";
import { el, fill } from "./dom.js";
import { count, testName } from "./format.js";
import { icon } from "./icons.js";
import { pairGrid, segmentsOf, singleGrid, stateGrid } from "./matrixgrids.js";
import { cellOf, kindOf, KINDS, matrixOf } from "./outcomes.js";
import { missingSweep, sweepHead, sweepList, verdict } from "./sweeps.js";

export function title(report, address) {
  const sweep = report.sweep(address.id);
  return sweep ? testName(sweep.name) : "Fault matrices";
}

export const keys = {
  title: "Fault matrix",
  keys: [
    ["← ↑ ↓ →", "Next combination"],
    ["Enter", "Show it beside the fault-free execution"],
    ["n", "Next failed combination"],
    ["p", "Previous failed combination"],
  ],
};

/**
 * Fault matrices: all of them at `#/matrix`, one at `#/matrix/<id>`, with a combination at
 * `…/<state>/<fault>/<FIRST|EVERY>`, of two faults with three segments more, and with `…/<state>/<state>`
 * all combinations of the faults of two states.
 */
export function render(root, report, address) {
  const sweeps = report.sweepsOf("FAULT_MATRIX");
  if (address.id === undefined && sweeps.length !== 1) return list(root, report, sweeps);
  const sweep = address.id === undefined ? sweeps[0] : sweeps.find((one) => one.id === address.id);
  if (sweep !== undefined) return new MatrixView(root, report, sweep, sweeps.length > 1).show(address);
  fill(root, missingSweep("matrix", "There is no such fault matrix", "All fault matrices"));
  return undefined;
}

function list(root, report, sweeps) {
  const empty = [el("strong", {}, "No fault matrix"), "A test with ", el("code", {}, "@FaultMatrix"), " fails each Task in each way that its definition names."];
  const matrices = new Map(sweeps.map((sweep) => [sweep, matrixOf(sweep)]));
  const failedOf = (sweep) => matrices.get(sweep).counts.failed;
  const verdictOf = (sweep) => verdict(failedOf(sweep), matrices.get(sweep).total);
  const aside = (sweep) => share(matrices.get(sweep));
  fill(root, sweepList(report, { heading: "Fault matrices", view: "matrix", sweeps, failedOf, verdictOf, aside, empty }));
  return undefined;
}

/** How the combinations are shared out, as a bar. */
function share({ counts, total }) {
  const told = KINDS.filter((kind) => counts[kind.name] > 0);
  const label = told.map((kind) => `${kind.word}: ${counts[kind.name]}`).join(", ");
  return el(
    "div",
    { class: "share-bar", role: "img", "aria-label": label, title: label },
    told.map((kind) => el("i", { class: kind.name, style: { "flex-grow": (100 * counts[kind.name]) / total } })),
  );
}

/** The order in which the legend tells of outcomes. */
const LEGEND = ["held", "unfired", "ended", "unhandled", "failed"];

/** One matrix, and below it the combination that is chosen. */
class MatrixView {
  #root;
  #report;
  #sweep;
  #matrix;
  #isOneOfSeveral;
  #shown;

  constructor(root, report, sweep, isOneOfSeveral) {
    this.#root = root;
    this.#report = report;
    this.#sweep = sweep;
    this.#matrix = matrixOf(sweep);
    this.#isOneOfSeveral = isOneOfSeveral;
  }

  show(address) {
    const chosen = this.#chosen(address.segments);
    this.#shown = { key: layoutKey(chosen) };
    this.#shown.grids = this.#gridsOf(chosen);
    this.#shown.detail = el("div", { class: "matrix-detail" });
    fill(
      this.#root,
      el(
        "div",
        { class: "page-wide matrix" },
        this.#head(chosen),
        this.#legend(chosen),
        this.#shown.grids.map((one) => one.element),
        this.#shown.detail,
      ),
    );
    this.#choose(chosen);
    return {
      update: (next) => this.#update(next),
      key: (event) => this.#key(event),
    };
  }

  #update(address) {
    const chosen = this.#chosen(address.segments);
    if (layoutKey(chosen) !== this.#shown.key) return false;
    this.#choose(chosen);
    return true;
  }

  #choose(chosen) {
    for (const one of this.#shown.grids) one.select(chosen);
    fill(this.#shown.detail, chosen.cell && combination(this.#report, this.#sweep, this.#matrix, chosen.cell));
    this.#shown.cell = chosen.cell;
  }

  /** What an address chooses: a combination, two states, or nothing, which is the first that failed. */
  #chosen(segments) {
    const [state, fault, attempts, ...second] = segments;
    if (segments.length === 1) return { isPairs: true, ...this.#worstPair() };
    if (segments.length === 2) {
      const cell = this.#matrix.pairsOf(state, fault)[0];
      return { isPairs: true, states: [state, fault], cell: cell && kindOf(cell) === "failed" ? cell : undefined };
    }
    if (segments.length >= 6) {
      const cell = cellOf(this.#matrix.pairs, { state, fault, attempts }, { state: second[0], fault: second[1], attempts: second[2] });
      return { isPairs: true, states: [state, second[0]], cell };
    }
    if (segments.length === 3) return { isPairs: false, cell: cellOf(this.#matrix.singles, { state, fault, attempts }) };
    if (this.#matrix.singles.length === 0) return { isPairs: true, ...this.#worstPair() };
    const failedPair = this.#matrix.failed.find((cell) => cell.pair);
    const failed = this.#matrix.failed.find((cell) => !cell.pair);
    if (!failed && failedPair) return { isPairs: true, ...this.#worstPair() };
    return { isPairs: false, cell: failed };
  }

  #worstPair() {
    const cell = this.#matrix.failed.find((one) => one.pair) ?? this.#matrix.pairs[0];
    return cell ? { states: [cell.state, cell.pair.state], cell: kindOf(cell) === "failed" ? cell : undefined } : {};
  }

  #head({ isPairs }) {
    const { counts, total, pairs, singles } = this.#matrix;
    const button = (name, isPressed, segments) =>
      el("button", { class: "button", "aria-pressed": String(isPressed), on: { click: () => go(addressOf("matrix", this.#sweep.id, segments)) } }, name);
    return sweepHead(
      this.#report,
      this.#sweep,
      counts.failed,
      total,
      this.#isOneOfSeveral && el("a", { class: "button", href: "#/matrix" }, "All matrices"),
      pairs.length > 0 &&
        singles.length > 0 &&
        el("div", { class: "buttons", role: "group", "aria-label": "Faults" }, button("Single", !isPairs, this.#singleSegments()), button("Pairs", isPairs, ["pairs"])),
    );
  }

  /** The address of the single faults where the matrix itself would open at a pair. */
  #singleSegments() {
    const { singles, failed } = this.#matrix;
    const first = failed.find((cell) => !cell.pair) ?? singles[0];
    return first ? [first.state, first.fault, first.attempts] : [];
  }

  #legend({ isPairs }) {
    const cells = isPairs ? this.#matrix.pairs : this.#matrix.singles;
    const told = LEGEND.map((name) => KINDS.find((kind) => kind.name === name)).map((kind) => [kind, cells.filter((cell) => kindOf(cell) === kind.name).length]);
    return el(
      "div",
      { class: "legend" },
      told
        .filter(([, amount]) => amount > 0)
        .map(([kind, amount]) =>
          el("span", { class: "legend-item" }, el("span", { class: `sample ${kind.name}` }, icon(kind.icon, { size: 14 })), kind.word, " ", el("b", { class: "number" }, count(amount))),
        ),
      this.#hasGaps(isPairs) && el("span", { class: "muted" }, "· not applicable"),
      el("span", { class: "space" }),
      el("span", { class: "muted" }, isPairs ? "a cell: all pairs of faults of two states" : "left cell: first attempt, right cell: every attempt"),
    );
  }

  #hasGaps(isPairs) {
    return !isPairs && this.#matrix.singles.length < 2 * this.#sweep.states.length * this.#sweep.faults.length;
  }

  #gridsOf(chosen) {
    const { singles, pairs } = this.#matrix;
    const id = this.#sweep.id;
    if (!chosen.isPairs) return [singleGrid(this.#sweep, singles, id)];
    const states = stateGrid(this.#matrix, id);
    return chosen.states ? [states, pairGrid(this.#matrix, chosen.states, id)] : [states];
  }

  #key(event) {
    if (event.key !== "n" && event.key !== "p") return false;
    const failed = this.#matrix.failed.filter((cell) => Boolean(cell.pair) === Boolean(this.#shown.cell?.pair) || !this.#shown.cell);
    if (failed.length === 0) return false;
    const at = failed.indexOf(this.#shown.cell);
    const next = failed[(at + (event.key === "n" ? 1 : -1) + failed.length) % failed.length];
    go(addressOf("matrix", this.#sweep.id, segmentsOf(next)));
    return true;
  }
}

/** Within one layout only the choice changes. */
function layoutKey({ isPairs, states }) {
  return JSON.stringify([isPairs, states ?? null]);
}
