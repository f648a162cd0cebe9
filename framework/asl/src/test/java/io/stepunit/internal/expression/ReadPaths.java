package io.stepunit.internal.expression;

import java.util.stream.Collectors;

/** Paths of what is read, as texts to compare with. */
public final class ReadPaths {
  private ReadPaths() {}

  /** {@code INPUT.lines[].price}. */
  public static String text(Read read) {
    return read.path().source()
        + read.path().steps().stream()
            .map(step -> step.name().map(name -> "." + name).orElse("[]"))
            .collect(Collectors.joining());
  }
}
