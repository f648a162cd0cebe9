package io.stepunit.engine;

/**
 * The limits that the service enforces; {@code spec: quotas}.
 *
 * @param historyEvents how many events a history may have; the last is the failure
 * @param payloadBytes how many bytes of UTF-8 JSON an input or output may have
 */
public record Limits(int historyEvents, int payloadBytes) {
  /** AWS's limits. */
  public static final Limits AWS = new Limits(25_000, 262_144);
}
