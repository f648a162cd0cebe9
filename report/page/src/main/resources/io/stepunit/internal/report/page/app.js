import { addressOf, parse } from "./address.js";
import * as cost from "./cost.js";
import * as definition from "./definition.js";
import { el, fill, isTyping } from "./dom.js";
import * as execution from "./execution.js";
import * as executions from "./executions.js";
import { count } from "./format.js";
import { icon } from "./icons.js";
import * as interleavings from "./interleavings.js";
import * as matrix from "./matrix.js";
import * as mutants from "./mutants.js";
import * as overview from "./overview.js";
import { readReport } from "./report.js";
import { searchBox } from "./search.js";
import * as world from "./world.js";

/*
 * The shell: bar, router, search and keys.
 *
 * A view is a module that exports `render(root, report, address)`. It may return a handle with
 *   update(address)  called instead of render when only the rest of the address has changed; if it
 *                    returns false, the view is rendered anew
 *   key(event)       called for keys that no field took; returns true if it used the key
 *   dispose()        called when another view takes its place
 * and it may export
 *   title(report, address)   for the window's title
 *   keys                     for the overlay of `?`: `{title, keys: [["n", "Next hole"], …]}`
 */
const VIEWS = {
  "": overview,
  test: overview,
  definition,
  execution,
  executions,
  matrix,
  interleavings,
  mutants,
  world,
  cost,
};

/** The entries of the bar: where they lead, and the views that they stand for. */
function entries(report) {
  const first = report.definitions[0];
  const failedSweeps = (type) => report.sweepsOf(type).filter((sweep) => hasFailed(sweep)).length;
  const sweeps = (type) => ({ amount: report.sweepsOf(type).length, failed: failedSweeps(type) });
  return [
    { name: "Overview", address: "#/", views: ["", "test"] },
    { name: "Definitions", address: first && addressOf("definition", first.id), views: ["definition"], amount: report.definitions.length },
    { name: "Executions", address: "#/executions", views: ["executions", "execution"], amount: report.executions.length },
    { name: "Fault matrices", address: "#/matrix", views: ["matrix"], ...sweeps("FAULT_MATRIX") },
    { name: "Interleavings", address: "#/interleavings", views: ["interleavings"], ...sweeps("INTERLEAVINGS") },
    { name: "Mutants", address: "#/mutants", views: ["mutants"], amount: report.mutants.reduce((sum, { all }) => sum + all, 0) },
    { name: "World", address: "#/world", views: ["world"], amount: report.worlds.length, isUncounted: true },
    { name: "Cost", address: "#/cost", views: ["cost"], amount: report.hasQuotas ? 1 : 0, isUncounted: true },
  ].filter((entry) => entry.views.some((view) => view in VIEWS) && entry.amount !== 0);
}

function hasFailed(sweep) {
  return sweep.failing !== undefined || (sweep.cells ?? []).some((cell) => cell.outcome === "ASSERTION_FAILED");
}

const SHELL_KEYS = {
  title: "Everywhere",
  keys: [
    ["/", "Search"],
    ["?", "Show these keys"],
    ["Esc", "Close, or clear the filter"],
    ["g o", "Go to the overview"],
  ],
};

function start() {
  const report = readReport();
  const search = searchBox(report);
  const main = el("main", { id: "main", tabindex: "-1" });
  const links = entries(report).map((entry) => ({ entry, link: linkOf(entry) }));
  fill(document.getElementById("app"), skipLink(main), bar(links, search), main);
  const router = new Router(report, main, links);
  addEventListener("hashchange", () => router.show());
  addEventListener("keydown", (event) => onKey(event, router, search));
  router.show();
}

function skipLink(main) {
  return el("button", { class: "skip", on: { click: () => main.focus() } }, "Skip to the content");
}

function bar(links, search) {
  const home = el("a", { class: "brand", href: "#/", "aria-label": "StepUnit, overview" }, icon("logo", { size: 18 }), el("span", {}, "StepUnit"));
  const nav = el("nav", { class: "nav", "aria-label": "Views" }, links.map(({ link }) => link));
  return el("header", { class: "bar" }, home, nav, search.element);
}

function linkOf({ name, address, amount, failed, isUncounted }) {
  const shown = failed > 0 ? failed : amount;
  const hasPill = shown !== undefined && !isUncounted;
  return el("a", { href: address }, name, hasPill && el("span", { class: failed > 0 ? "pill bad" : "pill" }, count(shown), failed > 0 && el("span", { class: "spoken" }, " failed")));
}

/** Shows the view of the address. */
class Router {
  #report;
  #main;
  #links;
  #shown = { key: undefined, handle: undefined };
  #arrival;
  view = overview;

  constructor(report, main, links) {
    this.#report = report;
    this.#main = main;
    this.#links = links;
  }

  show() {
    const address = parse(location.hash);
    if (this.#waitsForData(address)) return;
    const view = VIEWS[address.view];
    const key = `${address.view}/${address.id ?? ""}`;
    const isSame = key === this.#shown.key;
    this.#mark(address, view);
    if (isSame && this.#shown.handle?.update && this.#shown.handle.update(address) !== false) return;
    this.#shown.handle?.dispose?.();
    this.#main.replaceChildren();
    this.view = view;
    const handle = view === undefined ? notFound(this.#main) : view.render(this.#main, this.#report, address);
    this.#shown = { key, handle };
    if (!isSame && address.view !== "test") scrollTo(0, 0);
  }

  key(event) {
    return this.#shown.handle?.key?.(event) === true;
  }

  /** Most data stands behind the script; a page that is opened at some of it shows it when it is there. */
  #waitsForData(address) {
    this.#arrival?.disconnect();
    this.#arrival = undefined;
    if (this.#report.isThere(address)) return false;
    const look = () => this.#arrival !== undefined && this.#report.isThere(address) && this.show();
    this.#arrival = new MutationObserver(look);
    this.#arrival.observe(document.body, { childList: true });
    document.addEventListener("DOMContentLoaded", look, { once: true });
    return true;
  }

  #mark(address, view) {
    for (const { entry, link } of this.#links) {
      if (entry.views.includes(address.view)) {
        link.setAttribute("aria-current", "page");
        link.scrollIntoView({ block: "nearest", inline: "nearest" });
      } else {
        link.removeAttribute("aria-current");
      }
    }
    const title = view?.title?.(this.#report, address);
    document.title = [title, this.#report.run.module, "StepUnit"].filter(Boolean).join(" · ");
  }
}

function notFound(main) {
  const say = el("p", {}, "The link may be of another run. ", el("a", { href: "#/" }, "Go to the overview"));
  fill(main, el("div", { class: "page" }, el("div", { class: "empty" }, el("strong", {}, "Nothing stands at this address"), say)));
}

let lastKey = "";

function onKey(event, router, search) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector("dialog[open]") || isTyping(event)) return;
  const before = lastKey;
  lastKey = event.key;
  if (event.key === "/") search.focus();
  else if (event.key === "?") showKeys(router.view);
  else if (before === "g" && event.key === "o") location.hash = "#/";
  else if (!router.key(event)) return;
  event.preventDefault();
}

function showKeys(view) {
  const dialog = el("dialog", { class: "keys", "aria-labelledby": "keys-title", on: { close: () => dialog.remove() } });
  const close = el("button", { class: "button", on: { click: () => dialog.close() } }, "Close");
  fill(
    dialog,
    el("div", { class: "keys-head" }, el("h2", { id: "keys-title" }, "Keys"), close),
    el("div", { class: "keys-body" }, [SHELL_KEYS, view?.keys].filter(Boolean).map(keyList)),
  );
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

function keyList({ title, keys }) {
  return el(
    "section",
    {},
    el("h3", {}, title),
    el("ul", {}, keys.map(([key, does]) => el("li", {}, el("span", {}, does), el("span", {}, key.split(" ").map((one) => [el("kbd", {}, one), " "]))))),
  );
}

start();
