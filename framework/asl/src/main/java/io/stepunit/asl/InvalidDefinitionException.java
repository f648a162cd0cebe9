package io.stepunit.asl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Thrown for a definition that AWS would refuse or that cannot be read. The message lists every
 * problem found, in the order of the file, each with file, line and JSON pointer:
 *
 * <pre>
 * Invalid State Machine Definition, 1 problem:
 *   order.asl.json:41 /States/Charge/Retyr: Field 'Retyr' is not supported (unknown field of a Task state; did you mean 'Retry'?)
 * </pre>
 *
 * @since 0.1.0
 */
public final class InvalidDefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A broken generator can make thousands of problems; nobody reads that many. */
  private static final int LISTED = 100;

  /** How many that say the same are listed, each with its place. */
  private static final int ALIKE = 5;

  private final transient List<Diagnostic> diagnostics;

  /**
   * @param diagnostics all problems found, at least one
   */
  public InvalidDefinitionException(List<Diagnostic> diagnostics) {
    super(describe(inOrderOfFile(diagnostics)));
    this.diagnostics = inOrderOfFile(diagnostics);
  }

  /** All problems found, in the order of the file. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /**
   * The service's own message for these problems, in the order in which it reports them: {@code
   * Invalid State Machine Definition: 'CODE: message at /States/…, CODE: message at …'}.
   */
  public String serviceMessage() {
    return diagnostics.stream()
        .sorted(Diagnostic.AS_REPORTED)
        .map(InvalidDefinitionException::serviceText)
        .collect(Collectors.joining(", ", "Invalid State Machine Definition: '", "'"));
  }

  private static String serviceText(Diagnostic diagnostic) {
    String code = diagnostic.code().orElse(DiagnosticCode.SCHEMA_VALIDATION_FAILED).name();
    return code
        + ": "
        + diagnostic.message()
        + " at "
        + diagnostic.serviceLocation().orElse("null");
  }

  private static List<Diagnostic> inOrderOfFile(List<Diagnostic> diagnostics) {
    return diagnostics.stream().sorted(Diagnostic.BY_PLACE).toList();
  }

  private static String describe(List<Diagnostic> sorted) {
    int count = sorted.size();
    String problems = count == 1 ? ", 1 problem:" : ", " + count + " problems:";
    return "Invalid State Machine Definition" + problems + lines(sorted);
  }

  private static String lines(List<Diagnostic> sorted) {
    Map<List<Object>, Integer> alike = new HashMap<>();
    StringBuilder lines = new StringBuilder();
    int listed = 0;
    for (Diagnostic problem : sorted) {
      List<Object> said = List.of(problem.rule(), problem.message(), problem.hint());
      if (alike.merge(said, 1, Integer::sum) <= ALIKE && listed < LISTED) {
        lines.append("\n  ").append(problem);
        listed++;
      }
    }
    int folded = alike.values().stream().mapToInt(count -> Math.max(0, count - ALIKE)).sum();
    int others = sorted.size() - listed - folded;
    return lines
        .append(folded == 0 ? "" : "\n  … and " + folded + " more of the same")
        .append(others == 0 ? "" : "\n  … and " + others + " more")
        .toString();
  }
}
