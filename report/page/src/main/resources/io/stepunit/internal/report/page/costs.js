/** Figures of cost and quotas: pure, of values only. */

/** From this share on a quota is near. */
export const HEADROOM = 0.8;

const EVENTS = 25_000;
const PAYLOAD = 256 * 1024;

/** The quotas of a record, of which events and payload are always known. */
export function quotasOf(record) {
  if (record.quotas?.length > 0) return [...record.quotas];
  const use = (quota, title, used, limit, state) => ({ quota, title, used, limit, share: used / limit, state });
  const { bytes, state } = record.largestPayload ?? { bytes: 0 };
  return [use("HISTORY_EVENTS", "events of the history", record.events, EVENTS), use("PAYLOAD_BYTES", "largest payload", bytes, PAYLOAD, state)];
}

/** A price with as many digits as tell something: $25.00, $0.0021. */
export function usd(amount) {
  const number = Number(amount);
  if (number === 0) return "$0";
  if (number >= 1) return `$${thousands(number.toFixed(2))}`;
  const digits = Math.min(12, 2 - Math.floor(Math.log10(number)));
  return `$${number.toFixed(digits).replace(/(\.\d\d\d*?)0+$/, "$1")}`;
}

/** Gigabyte-seconds with four digits that tell something. */
export function gbSeconds(amount) {
  const number = Number(amount);
  const rounded = number >= 1000 ? String(Math.round(number)) : String(Number(number.toPrecision(4)));
  return number >= 1000 ? thousands(rounded) : rounded;
}

/** Which type of workflow is cheaper for a run, and how many times; undefined if they cost the same. */
export function ratioOf(standard, express) {
  const [a, b] = [Number(standard.usdPerMillion), Number(express.usdPerMillion)];
  if (a === b || a === 0 || b === 0) return undefined;
  const times = Math.max(a, b) / Math.min(a, b);
  const words = times >= 10 ? String(Math.round(times)) : String(Math.round(times * 10) / 10);
  if (words === "1") return undefined;
  return `${a > b ? "Express" : "Standard"} is ${thousands(words)} × cheaper`;
}

function thousands(digits) {
  return digits.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",");
}
