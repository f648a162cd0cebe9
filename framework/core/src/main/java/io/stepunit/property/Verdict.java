package io.stepunit.property;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Whether a machine has kept to a property in its executions so far.
 *
 * @param violation how it has not; empty if it has
 * @param reached the parts of the property that these executions put to the test, as a test writes
 *     them
 * @param unreached the parts of the property that these executions say nothing of, since what they
 *     are about did not happen, each with what is missing
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public record Verdict(
    Optional<Violation> violation, Set<String> reached, Map<String, String> unreached) {
  /** Copies the collections. */
  public Verdict {
    reached = Collections.unmodifiableSet(new LinkedHashSet<>(reached));
    unreached = Collections.unmodifiableMap(new LinkedHashMap<>(unreached));
  }

  /**
   * How a machine has not kept to a property.
   *
   * @param property the part of the property, as a test writes it
   * @param text what happened, or did not
   */
  public record Violation(String property, String text) {
    /** Both. */
    @Override
    public String toString() {
      return property + " does not hold: " + text;
    }
  }

  /** Whether it has. */
  public boolean holds() {
    return violation.isEmpty();
  }
}
