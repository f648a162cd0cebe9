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

  /**
   * This service and another.
   *
   * @param next is asked where this one has no reply, or no hint
   */
  default SimulatedService or(SimulatedService next) {
    SimulatedService first = this;
    return new SimulatedService() {
      @Override
      public Optional<AttemptReply> reply(AttemptRequest request) {
        return first.reply(request).or(() -> next.reply(request));
      }

      @Override
      public Optional<String> hint(AttemptRequest request) {
        return first.hint(request).or(() -> next.hint(request));
      }
    };
  }
}
