package io.stepunit.internal.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.effect.Effects;
import io.stepunit.effect.TaskEffect;
import io.stepunit.internal.json.JsonDifference;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.error.BasicErrorMessageFactory;

/**
 * Tasks had other effects than expected.
 *
 * @since 0.1.0
 */
public final class ShouldHaveHappened extends BasicErrorMessageFactory {
  private static final int MOST_LINES = 20;

  private ShouldHaveHappened(String text) {
    super("%n%s", unquotedString(text));
  }

  /** It happened another number of times. */
  public static ShouldHaveHappened shouldHaveHappened(Effects effects, int times) {
    return new ShouldHaveHappened(
        """
        Expecting %s to happen
          %s
        but it happened
          %s
        %s\
        """
            .formatted(
                effects.subject(),
                times(times),
                times(effects.happened().size()),
                calls(effects, effects.list())));
  }

  /** Of some calls nothing is known. */
  public static ShouldHaveHappened shouldBeKnown(Effects effects) {
    return new ShouldHaveHappened(
        """
        Expecting all calls of %s to be known
        but of
          %s of %s
        nothing is: child executions made them that the environment did not keep. Keep them by \
        StepFunctionsEnvironment.builder().keepingChildren(ChildRetention.all()), or run fewer items.\
        """
            .formatted(
                effects.subject(),
                effects.forgotten(),
                effects.forgotten() + effects.list().size()));
  }

  /** There is no call of which to ask anything. */
  public static ShouldHaveHappened shouldHaveBeenCalled(Effects effects, String path) {
    return new ShouldHaveHappened(
        "Expecting %s to happen once per %s\nbut it was never called. If that is acceptable, use happenedAtMostOncePer(\"%s\")."
            .formatted(effects.subject(), path, path));
  }

  /** It happened too often, or not at all, for one value. */
  public static ShouldHaveHappened shouldHaveHappenedPer(
      Effects effects,
      String expected,
      String path,
      JsonNode value,
      int times,
      List<TaskEffect> calls) {
    return new ShouldHaveHappened(
        """
        Expecting %s to happen %s per %s
        but for
          %s
        it happened
          %s
        %s\
        """
            .formatted(
                effects.subject(),
                expected,
                path,
                JsonDifference.shortened(value),
                times(times),
                calls(effects, calls)));
  }

  /** A call has nothing there that it could be known by. */
  public static ShouldHaveHappened shouldHaveInputAt(
      Effects effects, String path, TaskEffect effect) {
    return new ShouldHaveHappened(
        """
        Expecting all calls of %s to have in their inputs something at
          %s
        but there is nothing in
          %s\
        """
            .formatted(effects.subject(), path, text(effect)));
  }

  /** It was not undone. */
  public static ShouldHaveHappened shouldBeCompensated(
      Effects effects, String state, TaskEffect effect) {
    return new ShouldHaveHappened(
        """
        Expecting whatever %s did to be compensated by
          %s
        but nothing undid
          %s
        %s\
        """
            .formatted(effects.subject(), state, text(effect), calls(effects, effects.list())));
  }

  private static String calls(Effects effects, List<TaskEffect> calls) {
    if (calls.isEmpty()) {
      return "The test made no call of " + effects.subject() + ".";
    }
    String more = calls.size() > MOST_LINES ? "\n  ... (" + calls.size() + " calls)" : "";
    return calls.stream()
        .limit(MOST_LINES)
        .map(ShouldHaveHappened::text)
        .collect(Collectors.joining("\n  ", "Its calls, over all executions:\n  ", more));
  }

  private static String text(TaskEffect effect) {
    return "%s in execution %s at %s".formatted(effect, effect.execution(), effect.at());
  }

  private static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }
}
