package io.stepunit.junit;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.StateMachineDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tells the warnings of each definition once in a run: as a report entry, and on the console, as
 * builds show no report entries.
 */
final class Warnings {
  static final String ENTRY = "stepunit.warnings";
  static final String PRINT = "stepunit.warnings.print";

  private Warnings() {}

  static void tell(ExtensionContext context, StateMachineDefinition definition) {
    List<Diagnostic> warnings = definition.warnings();
    if (warnings.isEmpty() || !told(context).add(warnings)) {
      return;
    }
    context.publishReportEntry(
        ENTRY, warnings.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
    if (!context.getConfigurationParameter(PRINT).equals(Optional.of("false"))) {
      System.out.println(text(warnings));
    }
  }

  /** One definition is loaded anew for other placeholders, say. */
  @SuppressWarnings("unchecked") // Nobody else puts anything under this key.
  private static Set<List<Diagnostic>> told(ExtensionContext context) {
    return (Set<List<Diagnostic>>)
        Stores.ofRun(context)
            .getOrComputeIfAbsent(Warnings.class, key -> ConcurrentHashMap.newKeySet());
  }

  private static String text(List<Diagnostic> warnings) {
    return Diagnostic.grouped(warnings).stream()
        .map(group -> "  " + group.first().rule() + " " + group)
        .collect(
            Collectors.joining(
                "\n",
                "StepUnit: %s in %s:\n"
                    .formatted(
                        warnings.size() == 1 ? "1 warning" : warnings.size() + " warnings",
                        warnings.get(0).location().file()),
                ""));
  }
}
