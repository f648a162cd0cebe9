// Evaluates expressions by the reference implementation: a line of JSON for the outcome of each.
const fs = require("fs");
const jsonata = require("jsonata");

const [input, output] = process.argv.slice(2);
const { data, expressions } = JSON.parse(fs.readFileSync(input, "utf8"));

async function outcome(text) {
  try {
    const value = await jsonata(text).evaluate(data);
    return value === undefined ? {} : { value };
  } catch (error) {
    return { code: error.code ?? "none" };
  }
}

// JSON has no words for these.
const finite = (_, value) => (typeof value === "number" && !Number.isFinite(value) ? String(value) : value);

(async () => {
  const lines = [];
  for (const text of expressions) lines.push(JSON.stringify(await outcome(text), finite));
  fs.writeFileSync(output, lines.join("\n") + "\n");
})();
