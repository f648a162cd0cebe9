package io.stepunit.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.rehearsal.Answer;
import io.stepunit.internal.rehearsal.Repeated;
import io.stepunit.internal.text.Printable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in a sentence what a recipe does. */
final class Advice {
  private static final int LONGEST_DATA = 80;

  private final Recipe recipe;

  private Advice(Recipe recipe) {
    this.recipe = recipe;
  }

  static String of(Recipe recipe) {
    return Printable.line(new Advice(recipe).text());
  }

  private String text() {
    List<String> parts = new ArrayList<>();
    recipe.answers().forEach((state, script) -> disturbance(state, script).ifPresent(parts::add));
    if (parts.isEmpty() || dependsOnData()) {
      parts.addAll(data(parts.isEmpty()));
    }
    String sentence = String.join(", ", parts);
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + time();
  }

  private boolean dependsOnData() {
    PointKind kind = recipe.point().kind();
    return kind == PointKind.CHOICE_RULE
        || kind == PointKind.OPERAND
        || kind == PointKind.MAP_ITEMS;
  }

  private static Optional<String> disturbance(String state, List<Answer> script) {
    List<Answer> disturbances =
        script.stream().filter(answer -> !(answer instanceof Answer.Returns)).distinct().toList();
    if (disturbances.isEmpty()) {
      return Optional.empty();
    }
    long times = script.stream().filter(answer -> !(answer instanceof Answer.Returns)).count();
    String how =
        disturbances.get(0) instanceof Answer.Fails fails
            ? "fail with " + fails.error()
            : "never answer";
    return Optional.of("let " + state + " " + how + attempts(times, times == script.size()));
  }

  private static String attempts(long times, boolean all) {
    if (times == 1) {
      return all ? "" : " once";
    }
    if (all && times == 2) {
      return " on both attempts";
    }
    return all ? " on all " + times + " attempts" : " " + times + " times";
  }

  /** What of the data makes the difference: the input, or else what a Task returns. */
  private List<String> data(boolean alone) {
    List<String> parts = new ArrayList<>();
    if (!isEmpty(recipe.input())) {
      parts.add("run it with the input " + shortened(recipe.input()));
    }
    for (Map.Entry<String, List<Answer>> task : recipe.answers().entrySet()) {
      for (Repeated repeated : Repeated.in(task.getValue())) {
        if (repeated.answer() instanceof Answer.Returns returns && !isEmpty(returns.result())) {
          parts.add("let " + task.getKey() + " return " + shortened(returns.result()));
        }
      }
    }
    if (parts.isEmpty() && alone) {
      parts.add("run it with any input");
    }
    return parts;
  }

  private static boolean isEmpty(JsonNode json) {
    return json.isContainerNode() && json.isEmpty();
  }

  private static String shortened(JsonNode json) {
    String text = Json.text(json);
    return text.length() <= LONGEST_DATA ? text : text.substring(0, LONGEST_DATA) + "…";
  }

  private String time() {
    Duration duration = recipe.execution().description().duration();
    return duration.toSeconds() == 0 ? "" : ": " + words(duration) + " of virtual time";
  }

  /** The two largest units: {@code 2 min 18 s}. */
  private static String words(Duration duration) {
    List<String> words = new ArrayList<>();
    add(words, duration.toDays(), duration.toDays() == 1 ? "day" : "days");
    add(words, duration.toHoursPart(), "h");
    add(words, duration.toMinutesPart(), "min");
    add(words, duration.toSecondsPart(), "s");
    return String.join(" ", words.subList(0, Math.min(2, words.size())));
  }

  private static void add(List<String> words, long amount, String unit) {
    if (amount > 0) {
      words.add(amount + " " + unit);
    }
  }
}
