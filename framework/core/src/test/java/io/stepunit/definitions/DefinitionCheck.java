package io.stepunit.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.Rule;
import io.stepunit.internal.load.LoneState;
import io.stepunit.load.DefinitionLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Loads one record in each of its formats and holds the outcome to what is known of it. */
final class DefinitionCheck {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern MINIMUM = Pattern.compile("minimum is ([0-9]+)");

  /** What is looked at in test data that are about nothing but the structure. */
  private static final Set<Rule> STRUCTURE =
      Set.of(
          Rule.REQUIRED_FIELD,
          Rule.WRONG_TYPE,
          Rule.MISSING_START,
          Rule.MISSING_TARGET,
          Rule.UNREACHABLE_STATE,
          Rule.NO_TERMINAL_STATE,
          Rule.DUPLICATE_STATE,
          Rule.INVALID_STATE_NAME,
          Rule.STATES_ALL_PLACE);

  private final DefinitionRecord record;
  private final Reasons reasons;

  DefinitionCheck(DefinitionRecord record, Reasons reasons) {
    this.record = record;
    this.reasons = reasons;
  }

  /** What is not as it should be, empty if all is. */
  String problems() {
    List<String> problems = new ArrayList<>();
    record
        .texts()
        .forEach(
            (name, text) -> {
              String problem =
                  name.startsWith("raw") && (record.isNoStrictJson() || !record.hasDefinition())
                      ? unreadable(name, text)
                      : judge(validated(name, text));
              if (!problem.isEmpty()) {
                problems.add(name + ": " + problem);
              }
            });
    return String.join("\n", problems);
  }

  private List<Diagnostic> validated(String name, String text) {
    List<Diagnostic> all = new ArrayList<>(DefinitionLoader.validate(name, text, record.type()));
    if (record.isLoneState()) {
      all.addAll(ofState(text));
    }
    return all;
  }

  /** Some test data of others are no machines, but the fields of a state. */
  private static List<Diagnostic> ofState(String text) {
    try {
      return LoneState.read("state", text).warnings();
    } catch (InvalidDefinitionException e) {
      return e.diagnostics();
    }
  }

  /** A text that is not JSON is refused as such, with the place. */
  private String unreadable(String name, String text) {
    List<Diagnostic> errors = validated(name, text).stream().filter(Diagnostic::isError).toList();
    boolean polite =
        errors.size() == 1
            && errors.get(0).rule() == Rule.NOT_JSON
            && errors.get(0).location().line() > 1;
    return polite ? "" : "expected one error that says where it is not JSON, found " + errors;
  }

  private String judge(List<Diagnostic> all) {
    List<Diagnostic> problems =
        all.stream()
            .filter(problem -> !reasons.isBesideThePoint(record, problem))
            .filter(problem -> !record.isAboutStructure() || STRUCTURE.contains(problem.rule()))
            .toList();
    List<Diagnostic> errors = problems.stream().filter(Diagnostic::isError).toList();
    Optional<String> words = reasons.refusedFor(record.id());
    if (words.isPresent()) {
      return expectWords(words.get(), errors);
    }
    boolean refused = record.expected().path("verdict").asText().equals("invalid");
    if (refused && !reasons.isTasteToRefuse(record.id())) {
      boolean warned = problems.stream().anyMatch(p -> reasons.isWarningEnough(record, p));
      return warned ? "" : expectProblem(errors);
    }
    return expectNone(
        errors.stream().filter(error -> !reasons.isRightAnywhere(record, error)).toList());
  }

  private static String expectWords(String words, List<Diagnostic> errors) {
    return text(errors).contains(words)
        ? ""
        : "expected an error that says '" + words + "', found " + errors;
  }

  private static String expectNone(List<Diagnostic> errors) {
    return errors.isEmpty() ? "" : "expected no error, found\n  " + text(errors);
  }

  /** The problem that the oracle found is among ours. */
  private String expectProblem(List<Diagnostic> errors) {
    if (errors.isEmpty()) {
      return "expected an error: " + record.expected();
    }
    String ours = text(errors);
    for (JsonNode included : record.expected().path("problemIncludes")) {
      String missing =
          words(included.asText()).stream()
              .filter(word -> !ours.contains(word))
              .collect(Collectors.joining(", "));
      if (!missing.isEmpty()) {
        return "expected the problem " + included + ", but nothing names " + missing + ": " + ours;
      }
    }
    String message = record.expected().path("firstError").path("message").asText();
    String pointer = message.replaceFirst(" is invalid.*", "");
    boolean found =
        errors.stream().anyMatch(error -> error.location().pointer().startsWith(pointer));
    return found ? "" : "expected an error at " + pointer + ", found " + errors;
  }

  /** What of an oracle's text must be in ours too: the names and the limits. */
  private static List<String> words(String text) {
    List<String> words =
        new ArrayList<>(QUOTED.matcher(text).results().map(match -> match.group(1)).toList());
    MINIMUM
        .matcher(text)
        .results()
        .forEach(match -> words.add("Minimum value is " + match.group(1)));
    return words;
  }

  private static String text(List<Diagnostic> errors) {
    return errors.stream()
        .map(error -> error.rule() + " " + error)
        .collect(Collectors.joining("\n  "));
  }
}
