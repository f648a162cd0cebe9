package io.stepunit.internal.effect;

import io.stepunit.effect.Effects;
import io.stepunit.effect.TaskEffect;
import io.stepunit.effect.TaskEffect.Outcome;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.ForwardingDispatcher;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.ArrayList;
import java.util.List;

/**
 * Logs the effects of Tasks.
 *
 * @since 0.1.0
 */
public final class EffectLog {
  private final List<TaskEffect> effects = new ArrayList<>();

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
    return Effects.ofAll(effects);
  }

  private void add(AttemptRequest request, Outcome outcome) {
    effects.add(new LoggedEffect(effects.size() + 1, request, request.clock().instant(), outcome));
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
