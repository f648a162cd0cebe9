package io.stepunit.asl;

import io.stepunit.asl.Diagnostic.Severity;
import io.stepunit.internal.text.Suggestion;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a project makes of problems. Each {@link Rule} that is a warning can be raised to an error
 * or switched off; errors stay errors, because AWS refuses such definitions. {@link
 * #withRequestValidation} says how the requests of Tasks are checked.
 *
 * <pre>{@code
 * ValidationSettings strict =
 *     ValidationSettings.DEFAULT.with("TASK_WITHOUT_TIMEOUT", "error").with("NO_DOLLAR", "off");
 * }</pre>
 *
 * @since 0.1.0
 */
public final class ValidationSettings {
  /** Every rule with its own severity. */
  public static final ValidationSettings DEFAULT =
      new ValidationSettings(Map.of(), RequestValidation.STRICT);

  /** The errors about requests, whose severity {@link RequestValidation} decides. */
  private static final Set<Rule> OF_REQUESTS =
      Set.of(
          Rule.UNKNOWN_SDK_ACTION,
          Rule.REQUIRED_IN_REQUEST,
          Rule.UNKNOWN_IN_REQUEST,
          Rule.TYPE_IN_REQUEST);

  private final Map<Rule, Level> levels;
  private final RequestValidation requestValidation;

  private enum Level {
    ERROR,
    WARNING,
    OFF
  }

  private ValidationSettings(Map<Rule, Level> levels, RequestValidation requestValidation) {
    this.levels = levels;
    this.requestValidation = requestValidation;
  }

  /**
   * Returns a copy with another severity for a rule.
   *
   * @param rule the name of a {@link Rule} that is a warning
   * @param level {@code error}, {@code warning} or {@code off}
   * @throws IllegalArgumentException if there is no such rule, or no such level, or the rule is an
   *     error anyway
   */
  public ValidationSettings with(String rule, String level) {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(rule, "rule");
    Rule found = ruleOf(rule);
    if (found.severity() == Severity.ERROR) {
      throw new IllegalArgumentException(
          "The validation rule " + rule + " is an error; only warnings can be set");
    }
    Map<Rule, Level> all = new EnumMap<>(Rule.class);
    all.putAll(levels);
    all.put(found, levelOf(rule, level));
    return new ValidationSettings(all, requestValidation);
  }

  /**
   * Returns a copy with another way to check the requests of Tasks; {@link
   * RequestValidation#STRICT} by default.
   */
  public ValidationSettings withRequestValidation(RequestValidation mode) {
    Objects.requireNonNull(mode, "mode");
    return new ValidationSettings(levels, mode);
  }

  /** Returns a copy with all warnings switched off. */
  public ValidationSettings withoutWarnings() {
    Map<Rule, Level> all = new EnumMap<>(Rule.class);
    for (Rule rule : Rule.values()) {
      if (rule.severity() == Severity.WARNING) {
        all.put(rule, Level.OFF);
      }
    }
    return new ValidationSettings(all, requestValidation);
  }

  private static Rule ruleOf(String name) {
    return Arrays.stream(Rule.values())
        .filter(rule -> rule.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> names = Arrays.stream(Rule.values()).map(Rule::name).toList();
              return new IllegalArgumentException(
                  "There is no validation rule '"
                      + name
                      + "'"
                      + Suggestion.of(name, names)
                          .name()
                          .map(near -> "; did you mean " + near + "?")
                          .orElse("; docs/reference/validation.md lists them"));
            });
  }

  private static Level levelOf(String rule, String word) {
    return Arrays.stream(Level.values())
        .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The validation rule %s is set to '%s'; expected error, warning or off"
                        .formatted(rule, word)));
  }

  /** Returns how the requests of Tasks are checked. */
  public RequestValidation requestValidation() {
    return requestValidation;
  }

  /** Returns the severity of a rule under these settings, empty if the rule is off. */
  public Optional<Severity> severityOf(Rule rule) {
    Objects.requireNonNull(rule, "rule");
    if (OF_REQUESTS.contains(rule) && requestValidation != RequestValidation.STRICT) {
      return requestValidation == RequestValidation.WARN
          ? Optional.of(Severity.WARNING)
          : Optional.empty();
    }
    Level level = levels.get(rule);
    if (level == null) {
      return Optional.of(rule.severity());
    }
    return switch (level) {
      case ERROR -> Optional.of(Severity.ERROR);
      case WARNING -> Optional.of(Severity.WARNING);
      case OFF -> Optional.empty();
    };
  }
}
