package io.stepunit.internal.load.template;

import java.util.List;
import java.util.function.Supplier;

/**
 * A machine that a file holds, not read yet.
 *
 * @param id what to choose it by: its logical id, key or address
 * @param otherNames what it can be chosen by as well, such as a construct path
 * @param reader reads it
 */
public record FoundMachine(String id, List<String> otherNames, Supplier<RawMachine> reader) {
  /** Whether a name is the machine's id or one of the others, or the end of a path. */
  boolean isCalled(String name) {
    return id.equals(name) || otherNames.stream().anyMatch(other -> other.equals(name));
  }

  boolean isAtTheEndOf(String name) {
    return id.endsWith("/" + name) || otherNames.stream().anyMatch(o -> o.endsWith("/" + name));
  }

  /**
   * Reads the machine.
   *
   * @throws io.stepunit.asl.InvalidDefinitionException if it has no definition that can be read
   */
  public RawMachine read() {
    return reader.get();
  }
}
