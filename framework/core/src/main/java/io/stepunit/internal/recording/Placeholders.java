package io.stepunit.internal.recording;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts that stand for a value that nobody can know beforehand: what AWS made up when the recording
 * was made ({@code <uuid:1>}), and what this run made up (its ARNs and task tokens).
 *
 * <p>The same placeholder stands for the same text throughout one comparison.
 */
final class Placeholders {
  private static final String NAMED = "<[A-Za-z][\\w.-]*(?::\\d+)?>";
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})");

  private final Map<String, String> bound = new HashMap<>();
  private final Pattern ofRecording;
  private final Pattern ofRun;
  private final List<String> madeUp;
  private final UnaryOperator<String> recordedForm;
  private final UnaryOperator<String> foundForm;

  /**
   * @param recorded further words of the recording that stand for a value
   * @param madeUp words of the recording that stand for a value of any type
   * @param ofRun texts that this run made up
   */
  Placeholders(Collection<String> recorded, Collection<String> madeUp, Collection<String> ofRun) {
    this(recorded, madeUp, ofRun, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /**
   * @param recordedForm brings a recorded text into a form that does not depend on timing
   * @param foundForm the same for a text of this run
   */
  Placeholders(
      Collection<String> recorded,
      Collection<String> madeUp,
      Collection<String> ofRun,
      UnaryOperator<String> recordedForm,
      UnaryOperator<String> foundForm) {
    this.recordedForm = recordedForm;
    this.foundForm = foundForm;
    this.madeUp = List.copyOf(madeUp);
    this.ofRecording = Pattern.compile(NAMED + alternatives(recorded) + alternatives(madeUp));
    this.ofRun = ofRun.isEmpty() ? Pattern.compile("(?!)") : words(ofRun);
  }

  private static String alternatives(Collection<String> words) {
    return words.isEmpty() ? "" : "|" + words(words).pattern();
  }

  private static Pattern words(Collection<String> words) {
    return Pattern.compile(
        words.stream()
            .filter(word -> !word.isEmpty())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|")));
  }

  /** Whether a recorded text stands for a value of any type. */
  boolean isAnything(String recorded) {
    return madeUp.contains(recorded);
  }

  /** Whether two texts are the same but for placeholders and times. */
  boolean matches(String recorded, String found) {
    if (recorded.equals(found)) {
      return true;
    }
    String expected = withoutTimes(recordedForm.apply(recorded));
    String actual = withoutTimes(foundForm.apply(found));
    return expected.equals(actual)
        || unify(expected, ofRecording, actual, "recorded ")
        || unify(actual, ofRun, expected, "run ")
        || unify(quoted(actual), ofRun, quoted(expected), "run ");
  }

  /** As the text stands in JSON: words that have to be a whole text have its quotes. */
  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static String withoutTimes(String text) {
    return DATE.matcher(text).replaceAll("date");
  }

  private boolean unify(String pattern, Pattern placeholder, String text, String side) {
    Map<String, String> groups = new HashMap<>();
    StringBuilder regex = new StringBuilder();
    Matcher at = placeholder.matcher(pattern);
    int end = 0;
    while (at.find()) {
      regex.append(Pattern.quote(pattern.substring(end, at.start())));
      regex.append(partFor(at.group(), side, groups));
      end = at.end();
    }
    if (end == 0) {
      return false;
    }
    regex.append(Pattern.quote(pattern.substring(end)));
    Matcher match = Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text);
    if (!match.matches()) {
      return false;
    }
    groups.forEach((word, group) -> bound.put(side + word, match.group(group)));
    return true;
  }

  private String partFor(String word, String side, Map<String, String> groups) {
    String value = bound.get(side + word);
    if (value != null) {
      return "(?:" + Pattern.quote(value) + "|" + Pattern.quote(word) + ")";
    }
    String group = groups.get(word);
    if (group != null) {
      return "\\k<" + group + ">";
    }
    String name = "g" + groups.size();
    groups.put(word, name);
    return "(?<" + name + ">.+?)";
  }
}
