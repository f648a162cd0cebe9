package io.stepunit.internal.coverage;

import io.stepunit.history.EventType;
import io.stepunit.internal.history.Decision;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.Setting;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.TaskState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How often the points of one state were reached. */
final class StateHits {
  private final int number;
  private final String key;
  private final boolean isDistributedMap;
  private final @Nullable ChoiceHits choice;
  private final Tally entered;
  private final Tally followed;
  private final Tally[] caught;
  private final Tally[] retried;
  private final Tally[] exhausted;
  private final Tally[] branches;
  private final Tally noItems;
  private final Tally oneItem;
  private final Tally manyItems;
  private final Tally timeouts;
  private final Tally missedHeartbeats;

  /**
   * @param number tells it from the others of its definition, 1-based
   * @param key the JSON pointer of the state
   * @param tallies gets those of its points
   */
  StateHits(State state, int number, String key, Tallies tallies) {
    this.number = number;
    this.key = key;
    this.isDistributedMap = state instanceof MapState map && map.distributed().isPresent();
    this.choice = state instanceof ChoiceState it ? new ChoiceHits(it, key, tallies) : null;
    this.entered = tallies.of(key);
    this.followed = tallies.of(key + "/Next");
    this.caught = tallies.of(key + "/Catch/", state.errorHandlers().catchers().size(), "");
    int retriers = state.errorHandlers().retriers().size();
    this.retried = tallies.of(key + "/Retry/", retriers, Keys.USED);
    this.exhausted = tallies.of(key + "/Retry/", retriers, Keys.EXHAUSTED);
    this.branches = tallies.of(key + "/Branches/", state.scopes().size(), "");
    this.noItems = tallies.of(key + Keys.NONE);
    this.oneItem = tallies.of(key + Keys.ONE);
    this.manyItems = tallies.of(key + Keys.MANY);
    this.timeouts =
        time(
            tallies,
            "/TimeoutSeconds",
            state instanceof TaskState it ? it.timeoutSeconds() : Optional.empty());
    this.missedHeartbeats =
        time(
            tallies,
            "/HeartbeatSeconds",
            state instanceof TaskState it ? it.heartbeatSeconds() : Optional.empty());
  }

  /** A limit that the state does not have is no point. */
  private Tally time(Tallies tallies, String field, Optional<Setting<Long>> setting) {
    String path = setting.filter(Setting.AtPath.class::isInstance).map(it -> "Path").orElse("");
    String point = key + field + path + Keys.HIT;
    return setting.isPresent() ? tallies.of(point) : Tallies.none(point);
  }

  int number() {
    return number;
  }

  String key() {
    return key;
  }

  boolean isDistributedMap() {
    return isDistributedMap;
  }

  void entered() {
    entered.add();
  }

  /** The rules of a Choice state; null of others. */
  @Nullable ChoiceHits choice() {
    return choice;
  }

  /** The state of its {@code Next} was entered. */
  void followed() {
    followed.add();
  }

  void caught(int catcher) {
    caught[catcher].add();
  }

  void branch(int index) {
    branches[index].add();
  }

  void items(long count) {
    (count == 0 ? noItems : count == 1 ? oneItem : manyItems).add();
  }

  /**
   * An error was looked up.
   *
   * @param failure the type of the event that told of it
   */
  void matched(Decision.ErrorMatched decision, EventType failure) {
    if (decision.retrier() != Decision.NONE) {
      (decision.retried() ? retried : exhausted)[decision.retrier()].add();
    }
    if (isTimeout(failure)) {
      (decision.heartbeat() ? missedHeartbeats : timeouts).add();
    }
  }

  private static boolean isTimeout(EventType type) {
    return switch (type) {
      case TASK_TIMED_OUT, LAMBDA_FUNCTION_TIMED_OUT, ACTIVITY_TIMED_OUT -> true;
      default -> false;
    };
  }
}
