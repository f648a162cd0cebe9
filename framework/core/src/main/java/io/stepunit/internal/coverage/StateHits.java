package io.stepunit.internal.coverage;

import io.stepunit.history.EventType;
import io.stepunit.internal.history.Decision;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.Setting;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.TaskState;
import java.util.Optional;

/** How often the points of one state were reached. */
final class StateHits {
  private final State state;
  private final String key;
  private final Optional<ChoiceHits> choice;
  private final long[] caught;
  private final long[] retried;
  private final long[] exhausted;
  private final long[] branches;
  private long entered;
  private long followed;
  private long noItems;
  private long oneItem;
  private long manyItems;
  private long timeouts;
  private long missedHeartbeats;

  /**
   * @param key the JSON pointer of the state
   */
  StateHits(State state, String key) {
    this.state = state;
    this.key = key;
    this.choice =
        state instanceof ChoiceState it ? Optional.of(new ChoiceHits(it, key)) : Optional.empty();
    this.caught = new long[state.errorHandlers().catchers().size()];
    this.retried = new long[state.errorHandlers().retriers().size()];
    this.exhausted = new long[retried.length];
    this.branches = new long[state.scopes().size()];
  }

  String key() {
    return key;
  }

  boolean isDistributedMap() {
    return state instanceof MapState map && map.distributed().isPresent();
  }

  void entered() {
    entered++;
  }

  /** The rules of a Choice state. */
  Optional<ChoiceHits> choice() {
    return choice;
  }

  /** The state of its {@code Next} was entered. */
  void followed() {
    followed++;
  }

  void caught(int catcher) {
    caught[catcher]++;
  }

  void branch(int index) {
    branches[index]++;
  }

  void items(long count) {
    if (count == 0) {
      noItems++;
    } else if (count == 1) {
      oneItem++;
    } else {
      manyItems++;
    }
  }

  /**
   * An error was looked up.
   *
   * @param failure the type of the event that told of it
   */
  void matched(Decision.ErrorMatched decision, EventType failure) {
    if (decision.retrier() != Decision.NONE) {
      (decision.retried() ? retried : exhausted)[decision.retrier()]++;
    }
    if (isTimeout(failure)) {
      if (decision.heartbeat()) {
        missedHeartbeats++;
      } else {
        timeouts++;
      }
    }
  }

  private static boolean isTimeout(EventType type) {
    return switch (type) {
      case TASK_TIMED_OUT, LAMBDA_FUNCTION_TIMED_OUT, ACTIVITY_TIMED_OUT -> true;
      default -> false;
    };
  }

  void tell(KeyCounts counts) {
    counts.add(key, "", entered);
    counts.add(key, "/Next", followed);
    choice.ifPresent(it -> it.tell(counts));
    tell(counts, "/Branches/", branches, "");
    tell(counts, "/Catch/", caught, "");
    tell(counts, "/Retry/", retried, Keys.USED);
    tell(counts, "/Retry/", exhausted, Keys.EXHAUSTED);
    counts.add(key, Keys.NONE, noItems);
    counts.add(key, Keys.ONE, oneItem);
    counts.add(key, Keys.MANY, manyItems);
    if (state instanceof TaskState task) {
      tell(counts, "/TimeoutSeconds", task.timeoutSeconds(), timeouts);
      tell(counts, "/HeartbeatSeconds", task.heartbeatSeconds(), missedHeartbeats);
    }
  }

  private void tell(KeyCounts counts, String field, long[] entries, String outcome) {
    for (int i = 0; i < entries.length; i++) {
      counts.add(key, field + i + outcome, entries[i]);
    }
  }

  private void tell(KeyCounts counts, String field, Optional<Setting<Long>> setting, long count) {
    String path = setting.filter(Setting.AtPath.class::isInstance).map(it -> "Path").orElse("");
    if (setting.isPresent()) {
      counts.add(key, field + path + Keys.HIT, count);
    }
  }
}
