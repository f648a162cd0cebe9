package io.stepunit.mock;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Mocks were made that no execution used. The message has the line of the test for each. */
public final class UnusedMocksError extends AssertionError {
  private static final long serialVersionUID = 1L;

  private UnusedMocksError(String message) {
    super(message);
  }

  /**
   * Fails if a mock was never used and is not lenient.
   *
   * @param mocks the mocks of one test, or of several; order is kept
   * @throws UnusedMocksError naming each such mock with the line that made it
   */
  public static void throwIfAny(Collection<MockDeclaration> mocks) {
    List<MockDeclaration> unused =
        mocks.stream().filter(mock -> !mock.used() && !mock.lenient()).toList();
    if (!unused.isEmpty()) {
      throw new UnusedMocksError(message(unused));
    }
  }

  private static String message(List<MockDeclaration> unused) {
    String heading =
        unused.size() == 1
            ? "A mock was made and never used:"
            : unused.size() + " mocks were made and never used:";
    return unused.stream()
        .map(UnusedMocksError::entry)
        .collect(
            Collectors.joining(
                "\n\n",
                heading + "\n\n",
                "\n\nRemove what the test does not need, or end it with .lenient() if it may stay unused."));
  }

  private static String entry(MockDeclaration mock) {
    return "  %s\n      %s\n      %s".formatted(mock.code(), mock.site().frame(), why(mock));
  }

  private static String why(MockDeclaration mock) {
    if (mock.script().isEmpty()) {
      return "It says no answer.";
    }
    return mock.replacement()
        .map(later -> "It was replaced at " + later.site() + " before a call came.")
        .or(
            () ->
                mock.outdone()
                    .map(winner -> "Each call that it matches was answered by " + winner + "."))
        .orElseGet(() -> mock.conditions().whyUnused());
  }
}
