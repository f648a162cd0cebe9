package io.stepunit.fault;

import io.stepunit.internal.text.Printable;
import io.stepunit.internal.text.StackTraces;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Thrown if declared faults never fired. The message has the line of the test for each.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public final class UnfiredFaultsError extends AssertionError {
  private static final long serialVersionUID = 1L;

  private UnfiredFaultsError(String message) {
    super(Printable.lines(message));
    StackTraces.pruned(this);
  }

  /**
   * Fails if a fault never fired, is not left to chance and is not lenient.
   *
   * @throws UnfiredFaultsError naming each such fault with the line that declared it
   */
  public static void throwIfAny(Collection<? extends FaultDeclaration> faults) {
    List<? extends FaultDeclaration> unfired =
        faults.stream().filter(UnfiredFaultsError::isBad).toList();
    if (!unfired.isEmpty()) {
      throw new UnfiredFaultsError(message(unfired));
    }
  }

  private static boolean isBad(FaultDeclaration fault) {
    return fault.fired() == 0 && !fault.lenient() && !fault.isProbabilistic();
  }

  private static String message(List<? extends FaultDeclaration> unfired) {
    String heading =
        unfired.size() == 1
            ? "A fault was declared and never fired:"
            : unfired.size() + " faults were declared and never fired:";
    return unfired.stream()
        .map(UnfiredFaultsError::entry)
        .collect(
            Collectors.joining(
                "\n\n",
                heading + "\n\n",
                "\n\nRemove what the test does not need, or end it with .lenient() if it may stay unfired."));
  }

  private static String entry(FaultDeclaration fault) {
    return "  %s\n      %s\n      %s"
        .formatted(fault.code(), fault.declaredAt(), fault.whyUnfired());
  }
}
