import { addressOf } from "./address.js";
import { fileName } from "./format.js";
import { withValues } from "./values.js";

/** The data of the page: the index at once, what is in definitions and executions when it is asked for. */

const REMEMBERED = 20;

/** Reads the data that stands in the page. */
export function readReport(page = document) {
  return new Report(JSON.parse(page.getElementById("report").textContent), page);
}

class Report {
  #page;
  #remembered = new Map();
  #definitions;
  #tests;
  #testsByKey;
  #entries;
  #quotas;

  constructor(data, page) {
    this.#page = page;
    this.run = data.run ?? {};
    for (const part of ["definitions", "tests", "executions", "sweeps", "worlds"]) this[part] = data[part] ?? [];
    this.mutants = data.mutants?.definitions ?? [];
    this.mutantProblems = data.mutants?.problems ?? [];
    this.hasQuotas = data.hasQuotas === true;
    for (const definition of this.definitions) this.#readLater(definition);
    this.#definitions = index(this.definitions, "id");
    this.#tests = index(this.tests, "id");
    this.#testsByKey = index(this.tests, "key");
    this.#entries = index(this.executions, "id");
  }

  /** Gives a definition of the index its great parts, which are read when one of them is asked for. */
  #readLater(definition) {
    let parts;
    const part = (name) => () => (parts ??= this.#parts(definition.id))?.[name];
    for (const name of ["text", "asl", "lines", "graph"]) Object.defineProperty(definition, name, { get: part(name) });
    if (definition.coverage) Object.defineProperty(definition.coverage, "points", { get: part("points") });
  }

  #parts(id) {
    const parts = this.#read(`definition-${id}`);
    if (parts?.text && parts.asl === undefined) parts.asl = JSON.parse(parts.text);
    return parts;
  }

  #read(element) {
    const text = this.#page.getElementById(element)?.textContent;
    return text === undefined ? undefined : JSON.parse(text);
  }

  /** Sizes and costs of the executions that were kept. */
  get quotas() {
    return (this.#quotas ??= this.#read("quotas")) ?? [];
  }

  /** Whether the data behind the script that a view needs is there: the page may still be loading. */
  isThere(address) {
    if (this.#page.readyState !== "loading" || ["", "test", "executions"].includes(address.view)) return true;
    const isWhole = (element) => this.#page.getElementById(element)?.nextElementSibling != null;
    if (address.view === "definition") return isWhole(`definition-${address.id ?? this.definitions[0]?.id}`);
    if (address.view === "mutants") return this.mutants.length === 0 || isWhole(`mutants-${address.id ?? this.mutants[0].id}`);
    return address.view === "execution" && address.id !== undefined && isWhole(`execution-${address.id}`);
  }

  definition(id) {
    return this.#definitions.get(id);
  }

  test(id) {
    return this.#tests.get(id);
  }

  testByKey(key) {
    return this.#testsByKey.get(key);
  }

  /** The line of an execution in the index: id, test, definition, status, name, virtualSeconds, events. */
  executionEntry(id) {
    return this.#entries.get(id);
  }

  /** All that is known of an execution; undefined if the page does not hold it. */
  execution(id) {
    if (!this.#remembered.has(id)) {
      const text = this.executionText(id);
      if (text === undefined) return undefined;
      if (this.#remembered.size >= REMEMBERED) this.#remembered.delete(this.#remembered.keys().next().value);
      this.#remembered.set(id, withValues(JSON.parse(text)));
    }
    return this.#remembered.get(id);
  }

  /** The JSON text of an execution, which a search looks through without parsing it. */
  executionText(id) {
    return this.#page.getElementById(`execution-${id}`)?.textContent;
  }

  /** What a test did to the world; undefined if the page does not hold it. */
  world(test) {
    return this.#read(`world-${test.key}`);
  }

  /** The mutants of a definition: `{text, mutants, tests}`; undefined if the page does not hold them. */
  mutantsOf(id) {
    return this.#read(`mutants-${id}`);
  }

  /** The executions of a test in the order of their starts. */
  executionsOf(test) {
    return (test.executions ?? []).map((id) => this.executionEntry(id)).filter((entry) => entry !== undefined);
  }

  sweep(id) {
    return this.sweeps.find((sweep) => sweep.id === id);
  }

  sweepsOf(type) {
    return this.sweeps.filter((sweep) => sweep.type === type);
  }
}

/** The execution that tells most of a test: the one that it failed with, or its first; or undefined. */
export function mainExecution(report, test) {
  const entries = report.executionsOf(test);
  const failed = entries.find((entry) => entry.status === "FAILED" || entry.status === "TIMED_OUT");
  return (isFailed(test) ? failed : undefined) ?? entries[0];
}

/** Where a test is shown: its main execution, or its row of the overview if the page has none. */
export function addressOfTest(report, test) {
  const entry = mainExecution(report, test);
  return entry === undefined ? addressOf("test", test.key) : addressOf("execution", entry.id);
}

/** The name of a definition in lists and heads: its file's, with the machine in a template. */
export function definitionTitle(definition) {
  const file = fileName(definition.name || definition.file);
  return definition.machine ? `${file} · ${definition.machine}` : file;
}

/** The name of a definition that was mutated, as that of a definition. */
export function mutantsTitle({ file, machine }) {
  return definitionTitle({ file, machine });
}

/** Whether a test needs somebody's attention. */
export function isFailed(test) {
  return test.status === "FAILED";
}

/** Whether a test failed before it passed, when the build tool ran it again. */
export function isFlaky(test) {
  return test.status === "PASSED" && (test.earlier ?? []).some(isFailed);
}

function index(records, key) {
  return new Map(records.map((record) => [record[key], record]));
}
