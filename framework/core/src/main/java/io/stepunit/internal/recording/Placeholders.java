package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that stand for a value that nobody can know beforehand: what AWS made up when the recording
 * was made ({@code <uuid:1>}), and what this run made up (its ARNs and task tokens).
 *
 * <p>The same placeholder stands for the same text throughout one comparison.
 */
final class Placeholders implements SameScalars {
  private static final String NAMED = "<[A-Za-z][\\w.-]*(?::\\d+)?>";
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})");

  private static final String OF_RECORDING = "recorded ";
  private static final String OF_RUN = "run ";

  private final Map<String, String> bound = new HashMap<>();
  private final Pattern ofRecording;
  private final RunValues ofRun;
  private final List<String> madeUp;
  private final UnaryOperator<String> recordedForm;
  private final UnaryOperator<String> foundForm;

  /**
   * @param recorded further words of the recording that stand for a value
   * @param madeUp words of the recording that stand for a value of any type
   * @param ofRun texts that this run made up
   */
  Placeholders(Collection<String> recorded, Collection<String> madeUp, Collection<String> ofRun) {
    this(recorded, madeUp, RunValues.of(ofRun), UnaryOperator.identity(), UnaryOperator.identity());
  }

  /**
   * @param recordedForm brings a recorded text into a form that does not depend on timing
   * @param foundForm the same for a text of this run
   */
  Placeholders(
      Collection<String> recorded,
      Collection<String> madeUp,
      RunValues ofRun,
      UnaryOperator<String> recordedForm,
      UnaryOperator<String> foundForm) {
    this.recordedForm = recordedForm;
    this.foundForm = foundForm;
    this.madeUp = List.copyOf(madeUp);
    this.ofRecording = Pattern.compile(NAMED + alternatives(recorded) + alternatives(madeUp));
    this.ofRun = ofRun;
    ofRun.known().forEach((word, value) -> bound.put(OF_RUN + word, value));
  }

  private static String alternatives(Collection<String> words) {
    return words.isEmpty() ? "" : "|" + RunValues.anyOf(words);
  }

  @Override
  public boolean isAnything(String recorded) {
    return madeUp.contains(recorded);
  }

  @Override
  public boolean isAnyTime(String name, String recorded) {
    boolean isTimestamp = name.toLowerCase(Locale.ROOT).contains("timestamp");
    return recorded.equals("datetime") || isTimestamp && recorded.equals("timestamp");
  }

  @Override
  public boolean sameNumber(JsonNode recorded, JsonNode found) {
    return ofRun.isTimeOfObject(found.decimalValue());
  }

  @Override
  public boolean sameText(String recorded, String found) {
    if (recorded.equals(found)) {
      return true;
    }
    String expected = withoutTimes(recordedForm.apply(recorded));
    String actual = withoutTimes(foundForm.apply(found));
    return expected.equals(actual)
        || unify(expected, ofRecording, actual, OF_RECORDING)
        || unify(actual, ofRun.pattern(), expected, OF_RUN)
        || unify(quoted(actual), ofRun.pattern(), quoted(expected), OF_RUN);
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
    return match.matches() && bind(side, groups, match);
  }

  private boolean bind(String side, Map<String, String> groups, Matcher match) {
    Map<String, String> values = new HashMap<>();
    groups.forEach((word, group) -> values.put(word, match.group(group)));
    if (side.equals(OF_RUN) && !values.entrySet().stream().allMatch(this::isAllowed)) {
      return false;
    }
    values.forEach((word, value) -> bound.put(side + word, value));
    return true;
  }

  /** A UUID of the run stands for one UUID of the recording, for which no other stands. */
  private boolean isAllowed(Map.Entry<String, String> word) {
    if (!ofRun.isUuid(word.getKey())) {
      return true;
    }
    String value = word.getValue();
    return ofRun.mayStandFor(value)
        && bound.entrySet().stream()
            .noneMatch(other -> other.getValue().equals(value) && isUuidOfRun(other.getKey()));
  }

  private boolean isUuidOfRun(String key) {
    return key.startsWith(OF_RUN) && ofRun.isUuid(key.substring(OF_RUN.length()));
  }

  private String partFor(String word, String side, Map<String, String> groups) {
    String value = bound.get(side + word);
    if (value != null) {
      return "(?:" + Pattern.quote(value) + "|" + Pattern.quote(word) + ")";
    }
    if (side.equals(OF_RUN) && !ofRun.isMadeUp(word)) {
      return Pattern.quote(word);
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
