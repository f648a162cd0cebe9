package io.stepunit.internal.engine;

import io.stepunit.history.EventDetails;
import io.stepunit.internal.history.EventRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Whether an execution, or a child execution of its Map Runs, has entered a state since this was
 * made. To be asked after each event, as a condition of {@link Engine#runUntil}.
 */
public final class StateEntry implements BooleanSupplier {
  private final ExecutionRun top;
  private final String state;
  private final Map<ExecutionRun, Integer> seen = new HashMap<>();
  private boolean entered;

  /**
   * @param top the execution
   * @param state the state's name, or its path
   */
  public StateEntry(ExecutionRun top, String state) {
    this.top = top;
    this.state = state;
    seen.put(top, top.events().size());
    top.engine().descendantsOf(top).forEach(child -> seen.put(child, child.events().size()));
  }

  @Override
  public boolean getAsBoolean() {
    if (!entered) {
      top.engine().atWork().filter(run -> run.top() == top).ifPresent(this::look);
    }
    return entered;
  }

  private void look(ExecutionRun run) {
    List<EventRecord> events = run.events();
    int before = seen.getOrDefault(run, 0);
    seen.put(run, events.size());
    entered = events.subList(before, events.size()).stream().anyMatch(this::isEntry);
  }

  private boolean isEntry(EventRecord event) {
    return event.details() instanceof EventDetails.StateEntered
        && (event.state().filter(state::equals).isPresent()
            || event.path().filter(state::equals).isPresent());
  }
}
