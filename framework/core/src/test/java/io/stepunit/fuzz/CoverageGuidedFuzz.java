package io.stepunit.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The target of Jazzer, which changes the choices that make a case until they reach new code; it
 * finds the class and its method by their names. {@code docs/conformance.md} has the command.
 */
public final class CoverageGuidedFuzz {
  private static final List<Parent> PARENTS = parents();
  private static final FuzzedRun RUNNER = new FuzzedRun();

  private CoverageGuidedFuzz() {}

  private static List<Parent> parents() {
    try {
      return Seeds.all().stream().map(Parent::in).flatMap(Optional::stream).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs one case.
   *
   * @param choices what Jazzer has made up
   */
  public static void fuzzerTestOneInput(byte[] choices) {
    Random random = new Choices(choices);
    RUNNER.outcome(FuzzCase.of(PARENTS, 1, random, random));
  }

  /** Takes its numbers from bytes, and when there are no more, from a fixed row. */
  private static final class Choices extends Random {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;
    private int next;

    Choices(byte[] bytes) {
      super(bytes.length);
      this.bytes = bytes;
    }

    @Override
    protected int next(int bits) {
      if (next + 1 >= bytes.length) {
        return super.next(bits);
      }
      // Two bytes for a choice, spread over all bits: small bounds look at the upper ones.
      int value = (bytes[next++] & 0xFF) << 24 | (bytes[next++] & 0xFF) << 16;
      return value >>> (32 - bits);
    }
  }
}
