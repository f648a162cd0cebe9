package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Set;

/** A case has a member, a step or a word that the format does not describe. */
final class UnknownFormException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownFormException(String message) {
    super(message);
  }

  /**
   * Refuses members that nobody would look at.
   *
   * @param what where they stand
   */
  static void requireKnown(String what, JsonNode object, Set<String> known) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw new UnknownFormException(
            "%s has the member '%s', which the runner does not know. Known are %s."
                .formatted(what, name, known.stream().sorted().toList()));
      }
    }
  }
}
