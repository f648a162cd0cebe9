package io.stepunit.internal.effect;

import io.stepunit.effect.Effects;
import io.stepunit.effect.TaskEffect;
import io.stepunit.effect.TaskEffect.Outcome;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.ForwardingDispatcher;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Logs the effects of Tasks. Those of child executions that are not kept are forgotten where there
 * are too many: any number of rows may go through a Map Run.
 *
 * @since 0.1.0
 */
public final class EffectLog {
  /** So many effects of child executions are known although these are not kept. */
  private static final int MOST_OF_OTHERS = 10_000;

  private final Map<String, List<TaskEffect>> byExecution = new LinkedHashMap<>();
  private final Map<Task, Integer> forgotten = new LinkedHashMap<>();
  private int calls;
  private int ofOthers;

  private record Task(String machineArn, String state) {
    static Task of(TaskEffect effect) {
      return new Task(effect.machineArn(), effect.state());
    }
  }

  /**
   * A dispatcher whose answers are logged.
   *
   * @param world who really answers; faults that keep a call or its reply from getting through
   *     stand before this log
   */
  public TaskDispatcher around(TaskDispatcher world) {
    return new ForwardingDispatcher(world) {
      @Override
      public AttemptReply dispatch(AttemptRequest request) {
        AttemptReply reply = super.dispatch(request);
        add(request, outcome(request, reply));
        return reply;
      }
    };
  }

  /** All calls so far. */
  public Effects effects() {
    List<TaskEffect> known =
        byExecution.values().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingInt(TaskEffect::number))
            .toList();
    List<Effects.Forgotten> others = new ArrayList<>();
    forgotten.forEach(
        (task, count) -> others.add(new Effects.Forgotten(task.machineArn(), task.state(), count)));
    return Effects.ofAll(known, others);
  }

  private void add(AttemptRequest request, Outcome outcome) {
    calls++;
    byExecution
        .computeIfAbsent(request.executionArn(), arn -> new ArrayList<>(2))
        .add(new LoggedEffect(calls, request, request.clock().instant(), outcome));
  }

  /** A child execution has ended and is not kept. */
  public void forget(String executionArn) {
    List<TaskEffect> effects = byExecution.getOrDefault(executionArn, List.of());
    if (ofOthers + effects.size() <= MOST_OF_OTHERS) {
      ofOthers += effects.size();
    } else {
      byExecution.remove(executionArn);
      effects.forEach(effect -> forgotten.merge(Task.of(effect), 1, Integer::sum));
    }
  }

  private static Outcome outcome(AttemptRequest request, AttemptReply reply) {
    if (reply instanceof AttemptReply.Polled polled) {
      return outcome(request, polled.reply());
    }
    if (reply instanceof AttemptReply.Fails) {
      return Outcome.FAILED;
    }
    // Who is to call back has got its message, whatever it makes of it.
    boolean isSent = reply instanceof AttemptReply.Succeeds || request.taskToken().isPresent();
    return isSent ? Outcome.HAPPENED : Outcome.UNKNOWN;
  }
}
