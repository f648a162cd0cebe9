/** JSON pointers of states and the keys of coverage points, which are pointers with a suffix. */

const SUFFIX = /#(used|exhausted|true|false|none|one|many|hit)$/;

/** The pointer of the innermost state that a key lies in, or undefined. */
export function stateOf(key, isState = () => false) {
  if (isState(key)) return key;
  const segments = key.replace(SUFFIX, "").split("/").slice(1);
  let end = 0;
  let i = 0;
  while (segments[i] === "States" && i + 1 < segments.length) {
    end = i + 2;
    i = end + machineLength(segments, end);
  }
  return end === 0 ? undefined : "/" + segments.slice(0, end).join("/");
}

/** How many segments lead from a state to a machine in it. */
function machineLength(segments, at) {
  if (segments[at] === "Branches") return 2;
  return segments[at] === "ItemProcessor" || segments[at] === "Iterator" ? 1 : 0;
}

/** The name that a pointer ends in. */
export function lastName(pointer) {
  return pointer.slice(pointer.lastIndexOf("/") + 1).replaceAll("~1", "/").replaceAll("~0", "~");
}
