package io.stepunit.asl;

import io.stepunit.internal.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A finding of the validation with all places that it is about. Warnings that say the same of
 * several places of a file are one group, so that rare ones are seen among them; an error is a
 * group of its own.
 *
 * <pre>{@code
 * Diagnostic.grouped(order.definition().warnings()).forEach(System.out::println);
 * }</pre>
 *
 * @param first the finding at the first place
 * @param others the same finding at other places, in the order of the file
 * @since 0.1.0
 */
public record DiagnosticGroup(Diagnostic first, List<Diagnostic> others) {
  private static final int SHOWN = 10;

  /** Copies the list. */
  public DiagnosticGroup {
    Objects.requireNonNull(first, "first");
    others = List.copyOf(others);
  }

  /** The groups of findings, in the order of their first places. */
  static List<DiagnosticGroup> of(List<Diagnostic> diagnostics) {
    Map<Object, List<Diagnostic>> groups = new LinkedHashMap<>();
    diagnostics.forEach(
        each -> groups.computeIfAbsent(key(each), key -> new ArrayList<>()).add(each));
    return groups.values().stream()
        .map(group -> new DiagnosticGroup(group.get(0), group.subList(1, group.size())))
        .toList();
  }

  private static Object key(Diagnostic diagnostic) {
    return diagnostic.isError()
        ? diagnostic.location()
        : new Finding(
            diagnostic.rule(),
            diagnostic.summary(),
            diagnostic.hint(),
            diagnostic.location().file());
  }

  /** What warnings of several places have in common. */
  private record Finding(Rule rule, String summary, Optional<String> hint, String file) {}

  /** The states and lines of the other places: {@code Ship (20), Notify (33)}; empty for none. */
  public String otherPlaces() {
    int more = others.size() - SHOWN;
    return others.stream()
        .limit(SHOWN)
        .map(other -> name(other) + " (" + other.location().line() + ")")
        .collect(Collectors.joining(", ", "", more > 0 ? " and " + more + " more" : ""));
  }

  /** The state that a finding is in, or its pointer where it is in none. */
  private static String name(Diagnostic diagnostic) {
    String pointer = diagnostic.location().pointer();
    String[] tokens = pointer.split("/");
    for (int i = tokens.length - 2; i > 0; i--) {
      if (tokens[i].equals("States")) {
        return Printable.line(tokens[i + 1].replace("~1", "/").replace("~0", "~"));
      }
    }
    return pointer.isEmpty() ? "/" : pointer;
  }

  /**
   * The finding in one line, as in {@code order.asl.json:8 /States/Charge: The Task has no
   * TimeoutSeconds (if no answer arrives, it waits for 99,999,999 seconds); so too Ship (20)}.
   */
  @Override
  public String toString() {
    return others.isEmpty() ? first.toString() : first + "; so too " + otherPlaces();
  }
}
