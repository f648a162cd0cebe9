package io.stepunit.internal.recording;

import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.State;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers every Task of a replay as recorded, by state, iteration and attempt.
 *
 * <p>Counting is per state and iteration, so that the order in which concurrent iterations run does
 * not matter.
 */
public final class RecordedTasks implements TaskDispatcher {
  private final Map<String, List<RecordedAttempt>> attempts;
  private final String recordedCause;
  private final Set<String> statesOfChildren;
  private final TaskDispatcher ofChildren;
  private final Map<String, Integer> calls = new HashMap<>();
  private final List<String> tokens = new ArrayList<>();
  private final List<String> unrecorded = new ArrayList<>();

  /**
   * @param ofChildren answers the Tasks in child executions of a Distributed Map, of which the
   *     parent's history tells nothing
   */
  public RecordedTasks(
      RecordedCase recorded, CompiledDefinition definition, TaskDispatcher ofChildren) {
    this.attempts = recorded.attempts();
    this.recordedCause = recorded.outcome().cause().orElse("");
    this.statesOfChildren =
        definition
            .graph()
            .all()
            .filter(state -> state instanceof MapState map && map.distributed().isPresent())
            .flatMap(map -> ((MapState) map).itemProcessor().all())
            .map(State::name)
            .collect(Collectors.toSet());
    this.ofChildren = ofChildren;
  }

  /** The task tokens that the replay made up. */
  public List<String> tokens() {
    return tokens;
  }

  /** The attempts that nothing answered, for messages. */
  public List<String> unrecorded() {
    return unrecorded;
  }

  /** These, and where the recording ends another that answers. */
  public TaskDispatcher or(TaskDispatcher other) {
    RecordedTasks recorded = this;
    return new TaskDispatcher() {
      @Override
      public AttemptReply dispatch(AttemptRequest request) {
        Optional<AttemptReply> reply = recorded.find(request);
        return reply.isPresent() ? reply.get() : other.dispatch(request);
      }

      @Override
      public boolean activityExists(String activityArn) {
        return recorded.activityExists(activityArn);
      }

      @Override
      public Optional<String> answererOf(AttemptRequest request) {
        return Optional.of("a recording");
      }
    };
  }

  @Override
  public AttemptReply dispatch(AttemptRequest request) {
    return find(request).orElseThrow(() -> unrecorded(request));
  }

  private Optional<AttemptReply> find(AttemptRequest request) {
    if (statesOfChildren.contains(request.state())) {
      return Optional.of(ofChildren.dispatch(request));
    }
    request.taskToken().ifPresent(tokens::add);
    List<RecordedAttempt> candidates = candidates(request);
    int number = calls.merge(key(request), 1, Integer::sum);
    return number > candidates.size()
        ? Optional.empty()
        : Optional.of(candidates.get(number - 1).reply());
  }

  /** Remembers that nothing answers an attempt, and says so. */
  public RuntimeException unrecorded(AttemptRequest request) {
    int number = calls.getOrDefault(key(request), 0);
    String attempt = "attempt " + number + " of the Task '";
    unrecorded.add(attempt + request.state() + "'");
    return new UnrecordedAttemptException(
        "The recording has no "
            + attempt
            + request.path()
            + "' ("
            + request.location()
            + "): it has "
            + candidates(request).size()
            + ". The definition now calls this Task more often than when the recording was made.");
  }

  private List<RecordedAttempt> candidates(AttemptRequest request) {
    List<RecordedAttempt> ofState = attempts.getOrDefault(request.state(), List.of());
    return isRecordedPerIteration(ofState)
        ? ofState.stream().filter(attempt -> isAt(attempt, request.iterations())).toList()
        : ofState;
  }

  private String key(AttemptRequest request) {
    List<RecordedAttempt> ofState = attempts.getOrDefault(request.state(), List.of());
    return request.state() + (isRecordedPerIteration(ofState) ? request.iterations() : "");
  }

  private static boolean isRecordedPerIteration(List<RecordedAttempt> ofState) {
    return ofState.stream().anyMatch(attempt -> !attempt.iterations().isEmpty());
  }

  /** Only the failure that it led to tells of a deleted activity. */
  @Override
  public boolean activityExists(String activityArn) {
    return !recordedCause.contains("The activity " + activityArn + " does not exist");
  }

  /** A recording may name the innermost iteration only. */
  private static boolean isAt(RecordedAttempt attempt, List<Integer> iterations) {
    List<Integer> recorded = attempt.iterations();
    int more = iterations.size() - recorded.size();
    return more >= 0 && iterations.subList(more, iterations.size()).equals(recorded);
  }
}
