package io.stepunit.internal.equivalence;

import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Answers the Tasks of the new machine as those of the original were: the same request gets the
 * same reply, whatever the state is called.
 */
final class SameAnswers implements TaskDispatcher {
  private final List<SentRequest> open;
  private final TaskDispatcher others;
  private final Names names;
  private final List<SentRequest> sent = new ArrayList<>();

  /**
   * @param others answers what the original never asked
   */
  SameAnswers(List<SentRequest> ofOriginal, TaskDispatcher others, Names names) {
    this.open = new ArrayList<>(ofOriginal);
    this.others = others;
    this.names = names;
  }

  List<SentRequest> sent() {
    return List.copyOf(sent);
  }

  @Override
  public AttemptReply dispatch(AttemptRequest request) {
    SentRequest asked = SentRequest.of(request, AttemptReply.silence(), true);
    Predicate<SentRequest> sameState = before -> names.now(before.state()).equals(asked.state());
    Predicate<SentRequest> sameResource = before -> before.resource().equals(asked.resource());
    AttemptReply reply =
        take(sameState.and(asked::isAlike))
            .or(() -> take(asked::isAlike))
            .or(() -> take(sameState.and(sameResource)))
            .or(() -> take(sameResource))
            .map(SentRequest::reply)
            .orElseGet(() -> others.dispatch(request));
    sent.add(SentRequest.of(request, reply, true));
    return reply;
  }

  private Optional<SentRequest> take(Predicate<SentRequest> isMeant) {
    Optional<SentRequest> found = open.stream().filter(isMeant).findFirst();
    found.ifPresent(open::remove);
    return found;
  }

  @Override
  public boolean takesAnyRequest() {
    return true;
  }
}
