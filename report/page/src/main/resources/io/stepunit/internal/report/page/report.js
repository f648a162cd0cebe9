import { addressOf } from "./address.js";
import { fileName } from "./format.js";

/** The data of the page: the index at once, what happened in an execution when it is asked for. */

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

  constructor(data, page) {
    this.#page = page;
    this.run = data.run ?? {};
    for (const part of ["definitions", "tests", "executions", "sweeps", "worlds", "quotas"]) this[part] = data[part] ?? [];
    this.#definitions = index(this.definitions, "id");
    this.#tests = index(this.tests, "id");
    this.#testsByKey = index(this.tests, "key");
    this.#entries = index(this.executions, "id");
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
      this.#remembered.set(id, JSON.parse(text));
    }
    return this.#remembered.get(id);
  }

  /** The JSON text of an execution, which a search looks through without parsing it. */
  executionText(id) {
    return this.#page.getElementById(`execution-${id}`)?.textContent;
  }

  /** What a test did to the world; undefined if the page does not hold it. */
  world(test) {
    const text = this.#page.getElementById(`world-${test.key}`)?.textContent;
    return text === undefined ? undefined : JSON.parse(text);
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

/** Whether a test needs somebody's attention. */
export function isFailed(test) {
  return test.status === "FAILED";
}

function index(records, key) {
  return new Map(records.map((record) => [record[key], record]));
}
