package io.stepunit.internal.coverage;

import io.stepunit.asl.WorkflowType;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.MapRunStatus;
import io.stepunit.internal.history.Decision;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.ExecutionDescription;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.MapRunRecord;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.State;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what executions of one definition reach. */
final class HitCounter {
  private final Map<State, StateHits> states = new IdentityHashMap<>();
  private final Tallies tallies = new Tallies();
  private final Tally timeouts = tallies.of("/TimeoutSeconds" + Keys.HIT);

  /** Counts an execution with the children of its Map Runs. */
  void add(ExecutionRecord execution) {
    new OneExecution(execution).count();
    for (MapRunRecord mapRun : execution.mapRuns()) {
      mapRun.children().values().forEach(this::add);
    }
  }

  /** What it has counted. */
  Tallies tallies() {
    return tallies;
  }

  /** The hits of the state that is visited. */
  StateHits of(VisitRef visit) {
    StateHits known = states.get(visit.state());
    if (known == null) {
      String key = key(visit);
      known = new StateHits(visit.state(), states.size() + 1, key, tallies);
      states.put(visit.state(), known);
    }
    return known;
  }

  private String key(VisitRef visit) {
    VisitRef.Around around = visit.around();
    return Keys.state(around == null ? "" : scope(around), visit.state().name());
  }

  private String scope(VisitRef.Around around) {
    String outer = of(around.visit()).key();
    return around.visit().state() instanceof MapState map
        ? outer + lastToken(map.itemProcessor().location().pointer())
        : outer + "/Branches/" + around.index();
  }

  /** {@code /ItemProcessor} or {@code /Iterator}. */
  private static String lastToken(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/'));
  }

  /** The count of one execution. */
  private final class OneExecution {
    private final ExecutionRecord execution;
    private final Map<VisitRef, Integer> rules = new IdentityHashMap<>();

    OneExecution(ExecutionRecord execution) {
      this.execution = execution;
    }

    void count() {
      execution.decisions().forEach(this::count);
      execution.events().forEach(this::count);
    }

    private void count(Decision decision) {
      StateHits state = of(decision.visit());
      if (decision instanceof Decision.RuleChosen chosen) {
        rules.put(chosen.visit(), chosen.rule());
        if (state.choice() != null) {
          state.choice().chosen(chosen);
        }
      } else if (decision instanceof Decision.ErrorMatched matched) {
        state.matched(matched, event(matched.afterEventId()).type());
      }
    }

    private void count(EventRecord event) {
      VisitRef visit = event.visitOrNull();
      EventDetails details = event.details();
      if (visit == null) {
        if (isTimeout(event)) {
          timeouts.add();
        }
      } else if (details instanceof EventDetails.StateEntered) {
        entered(visit, event.previousEventId());
      } else if (details instanceof EventDetails.StateExited exited) {
        exited(visit, exited.catcherIndex());
      } else if (details instanceof EventDetails.MapStateStarted started) {
        items(of(visit), started.length());
      } else if (details instanceof EventDetails.MapRunStarted started) {
        mapRun(of(visit), started.mapRunArn());
      } else if (details instanceof EventDetails.EvaluationFailed failed) {
        failed(of(visit), failed.location());
      }
    }

    /** Whether the machine's own time is over: an Express execution has a limit besides. */
    private boolean isTimeout(EventRecord event) {
      if (event.type() != EventType.EXECUTION_TIMED_OUT) {
        return false;
      }
      ExecutionDescription description = execution.description();
      Optional<Duration> timeout = description.definition().timeout();
      return description.type() == WorkflowType.STANDARD
          ? timeout.isPresent()
          : timeout.equals(
              Optional.of(Duration.between(description.startedAt(), event.timestamp())));
    }

    private void entered(VisitRef visit, long previousEventId) {
      of(visit).entered();
      EventRecord previous = previousEventId == 0 ? null : event(previousEventId);
      if (previous == null || previous.visitOrNull() == null) {
        return;
      }
      VisitRef from = previous.visitOrNull();
      if (previous.details() instanceof EventDetails.StateExited exited) {
        left(from, exited.catcherIndex());
      } else if (previous.type() == EventType.PARALLEL_STATE_STARTED && visit.around() != null) {
        of(from).branch(visit.around().index());
      }
    }

    private void left(VisitRef visit, int catcher) {
      Integer rule = rules.get(visit);
      StateHits state = of(visit);
      if (rule != null && state.choice() != null) {
        state.choice().followed(rule);
      } else if (catcher < 0) {
        state.followed();
      }
    }

    private void exited(VisitRef visit, int catcher) {
      if (catcher >= 0) {
        of(visit).caught(catcher);
      }
    }

    /** How many items a Map Run has, its start does not tell. */
    private void items(StateHits map, int count) {
      if (!map.isDistributedMap()) {
        map.items(count);
      }
    }

    private void mapRun(StateHits map, String arn) {
      execution.mapRuns().stream()
          .map(MapRunRecord::description)
          .filter(run -> run.arn().equals(arn))
          .filter(run -> run.itemCounts().total() > 0 || run.status() == MapRunStatus.SUCCEEDED)
          .forEach(run -> map.items(run.itemCounts().total()));
    }

    private void failed(StateHits state, @Nullable String location) {
      if (location != null && state.choice() != null) {
        state.choice().failed(location);
      }
    }

    private EventRecord event(long id) {
      return execution.events().get((int) id - 1);
    }
  }
}
