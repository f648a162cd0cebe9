/**
 * Addresses of views: `#/`, `#/definition/<id>/state/<name>`, `#/matrix/<id>/<state>/<fault>/FIRST`.
 * Each segment is percent-encoded by itself, so that names may hold slashes.
 */

/** Views whose segments after the id stand by their place and not by a name before them. */
const BY_PLACE = new Set(["matrix"]);

/** Reads `location.hash`: `{view, id, segments, <name>: <value> …}`; the overview's view is "". */
export function parse(hash) {
  const segments = hash.replace(/^#?\/?/, "").split("/").filter((segment) => segment !== "").map(decode);
  const [view = "", id, ...rest] = segments;
  const address = { segments: rest };
  if (!BY_PLACE.has(view)) {
    for (let i = 0; i + 1 < rest.length; i += 2) address[rest[i]] = rest[i + 1];
  }
  return { ...address, view, id };
}

/**
 * Writes an address: `addressOf("execution", id, {state: "Charge", attempt: 2})`, or with segments by
 * their place, `addressOf("matrix", id, ["Charge", "reply lost", "FIRST"])`.
 */
export function addressOf(view, id, rest = {}) {
  const pairs = Array.isArray(rest)
    ? rest
    : Object.entries(rest).filter(([, value]) => value !== undefined && value !== null).flat();
  const segments = [view, id, ...pairs].filter((segment) => segment !== undefined && segment !== null && segment !== "");
  return "#/" + segments.map(encode).join("/");
}

/** Goes to an address; without a new step in the history if `replace` is set. */
export function go(address, { replace = false } = {}) {
  if (address === location.hash) return;
  if (replace) {
    history.replaceState(null, "", address);
    dispatchEvent(new HashChangeEvent("hashchange"));
  } else {
    location.hash = address;
  }
}

/** A text as it is in an address: a lone surrogate, which JSON's texts may hold, has no encoding. */
export function wellFormed(text) {
  return String(text).replace(/\p{Surrogate}/gu, "\ufffd");
}

function encode(segment) {
  return encodeURIComponent(wellFormed(segment));
}

function decode(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
