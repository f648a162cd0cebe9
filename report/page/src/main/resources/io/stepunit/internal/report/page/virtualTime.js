import { duration } from "./format.js";

/** Words for virtual time. */

/** A point in virtual time after the execution's start: "+4 d 8 h". */
export function pointInTime(seconds) {
  return seconds === 0 ? "0" : `+${duration(seconds)}`;
}

/** A point in virtual time for columns: "+4d 08:00:04.000". */
export function clockTime(seconds) {
  const millis = Math.round(seconds * 1000);
  const part = (size, count, digits = 2) => String(Math.floor(millis / size) % count).padStart(digits, "0");
  const days = Math.floor(millis / 86_400_000);
  const clock = `${part(3_600_000, 24)}:${part(60_000, 60)}:${part(1000, 60)}.${part(1, 1000, 3)}`;
  return days > 0 ? `+${days}d ${clock}` : `+${clock}`;
}

/** A length that has little room: its two greatest units, "3 d 11 h". */
export function shortDuration(seconds) {
  const rounded = seconds >= 86_400 ? Math.round(seconds / 3600) * 3600 : seconds >= 3600 ? Math.round(seconds / 60) * 60 : seconds;
  return duration(rounded >= 60 ? Math.round(rounded) : rounded);
}
