package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One value that an expression reads, and what the expression expects of it.
 *
 * @param path where the value is
 * @param kind what it has to be
 * @param deciding values on both sides of what it is compared with, so that each outcome has one
 * @param optional whether the expression asks if the value is there at all
 * @param handedOnAs the name that the value has where it goes unchanged
 */
public record Read(
    DataPath path,
    ValueKind kind,
    List<JsonNode> deciding,
    boolean optional,
    Optional<String> handedOnAs) {
  /** A value of a kind. */
  public static Read of(DataPath path, ValueKind kind) {
    return new Read(path, kind, List.of(), false, Optional.empty());
  }

  /** A value that is compared. */
  public static Read compared(DataPath path, ValueKind kind, List<JsonNode> deciding) {
    return new Read(path, kind, deciding, false, Optional.empty());
  }

  /** A value that may be missing. */
  public static Read optional(DataPath path) {
    return new Read(path, ValueKind.ANY, List.of(), true, Optional.empty());
  }

  /** The same value, which gets another name. */
  public Read handedOnAs(String name) {
    return new Read(path, kind, deciding, optional, Optional.of(name));
  }
}
