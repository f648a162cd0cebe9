package io.stepunit.internal.engine.task;

import io.stepunit.internal.spi.AttemptRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The open task tokens and the Tasks that they belong to. */
public final class TaskTokens {
  private final Map<String, TaskAttempt> open = new LinkedHashMap<>();
  private final Map<Place, Set<TaskAttempt>> byPlace = new HashMap<>();
  private final Map<String, String> closed = new HashMap<>();
  private final Set<TaskAttempt> queued = new LinkedHashSet<>();

  /**
   * Where a Task waits.
   *
   * @param name the state's name, or its path into branches and iterations
   */
  private record Place(String topExecutionArn, String name) {
    static Set<Place> of(AttemptRequest task) {
      String execution = task.topExecutionArn();
      Place state = new Place(execution, task.state());
      String path = task.path();
      return path.equals(task.state()) ? Set.of(state) : Set.of(state, new Place(execution, path));
    }
  }

  void open(TaskAttempt attempt) {
    open.put(attempt.token(), attempt);
    for (Place place : Place.of(attempt.request())) {
      byPlace.computeIfAbsent(place, key -> new LinkedHashSet<>(2)).add(attempt);
    }
  }

  void close(TaskAttempt attempt) {
    queued.remove(attempt);
    if (attempt.hasToken() && open.remove(attempt.token()) != null) {
      closed.put(attempt.token(), attempt.formerTask());
      Place.of(attempt.request()).forEach(place -> leave(place, attempt));
    }
  }

  private void leave(Place place, TaskAttempt attempt) {
    Set<TaskAttempt> waiting = byPlace.get(place);
    if (waiting != null && waiting.remove(attempt) && waiting.isEmpty()) {
      byPlace.remove(place);
    }
  }

  /** The task of an activity waits for a worker. */
  void queue(TaskAttempt attempt) {
    queued.add(attempt);
  }

  void unqueue(TaskAttempt attempt) {
    queued.remove(attempt);
  }

  boolean isQueued(TaskAttempt attempt) {
    return queued.contains(attempt);
  }

  /** The open task of a token, or null if the token is unknown or closed. */
  public @Nullable TaskAttempt find(String token) {
    return open.get(token);
  }

  /**
   * The open tasks of one execution, its Map Runs' children included, that wait at a place.
   *
   * @param name the state's name, or its path into branches and iterations
   */
  public List<TaskAttempt> at(String topExecutionArn, String name) {
    return List.copyOf(byPlace.getOrDefault(new Place(topExecutionArn, name), Set.of()));
  }

  /** Whether a token is open, or was: used since, timed out, or its execution has ended. */
  public boolean isKnown(String token) {
    return open.containsKey(token) || closed.containsKey(token);
  }

  /** What the refusal of a token names; empty unless the token is closed. */
  public Optional<String> formerTask(String token) {
    return Optional.ofNullable(closed.get(token));
  }

  /** The open tasks, in the order in which they began to wait. */
  public List<TaskAttempt> all() {
    return List.copyOf(open.values());
  }

  /**
   * Whether a task waits for a token that no mock will send, or for a worker that polls.
   *
   * @param meant which tasks count
   */
  public boolean anyAwaited(Predicate<TaskAttempt> meant) {
    return queued.stream().anyMatch(meant)
        || open.values().stream().anyMatch(task -> task.awaitsToken() && meant.test(task));
  }

  /**
   * The tasks that wait for a token that no mock will send, or for a worker that polls.
   *
   * @param meant which tasks count
   */
  public Set<TaskAttempt> awaited(Predicate<TaskAttempt> meant) {
    return Stream.concat(queued.stream(), open.values().stream().filter(TaskAttempt::awaitsToken))
        .filter(meant)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a task waits for a token or a worker that only the outside can send. */
  public boolean anyAwaitedFromOutside() {
    return !queued.isEmpty() || open.values().stream().anyMatch(TaskAttempt::awaitsOutside);
  }
}
