package io.stepunit.internal.engine.limit;

import java.util.Optional;

/**
 * Whether an execution can be redriven now, as AWS tells it.
 *
 * @param name {@code REDRIVABLE}, {@code NOT_REDRIVABLE} or {@code REDRIVABLE_BY_MAP_RUN}
 * @param reason why it cannot; empty if it can
 */
public record RedriveStatus(String name, Optional<String> reason) {
  /**
   * The status of an execution.
   *
   * @param reason why it cannot be redriven; empty if it can
   * @param isChild whether it is a child of a Map Run, which is redriven with it only
   */
  public static RedriveStatus of(Optional<String> reason, boolean isChild) {
    if (reason.isPresent()) {
      return new RedriveStatus("NOT_REDRIVABLE", reason);
    }
    return new RedriveStatus(isChild ? "REDRIVABLE_BY_MAP_RUN" : "REDRIVABLE", reason);
  }
}
