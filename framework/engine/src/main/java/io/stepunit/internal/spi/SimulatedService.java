package io.stepunit.internal.spi;

import java.util.Optional;

/**
 * A service that runs in the simulation itself, and so can answer Tasks that no mock answers: an
 * execution that a Task starts, an activity whose workers poll.
 */
public interface SimulatedService {
  /** A service that answers nothing. */
  SimulatedService NONE = request -> Optional.empty();

  /** The reply to one attempt of a Task; empty if the Task is not of this service's. */
  Optional<AttemptReply> reply(AttemptRequest request);

  /**
   * What a test can do so that this service answers a Task that it did not answer, as lines for
   * people; empty if nothing would help.
   */
  default Optional<String> hint(AttemptRequest request) {
    return Optional.empty();
  }
}
