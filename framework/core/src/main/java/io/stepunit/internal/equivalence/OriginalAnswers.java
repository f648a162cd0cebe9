package io.stepunit.internal.equivalence;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers the Tasks of the original as a case has it, and keeps what was asked and answered. */
final class OriginalAnswers implements TaskDispatcher {
  private final Case given;
  private final TaskDispatcher successes;
  private final Map<String, Integer> callsByState = new HashMap<>();
  private final List<SentRequest> sent = new ArrayList<>();

  OriginalAnswers(Case given) {
    this.given = given;
    this.successes = given.answers().get();
  }

  List<SentRequest> sent() {
    return List.copyOf(sent);
  }

  @Override
  public AttemptReply dispatch(AttemptRequest request) {
    int call = callsByState.merge(request.state(), 1, Integer::sum);
    AttemptReply reply =
        given.faults().stream()
            .filter(fault -> fault.affects(request.state(), call))
            .findFirst()
            .map(Fault::reply)
            .orElseGet(() -> success(request));
    sent.add(SentRequest.of(request, reply, successes.answererOf(request).isEmpty()));
    return reply;
  }

  private AttemptReply success(AttemptRequest request) {
    JsonNode result = given.results().get(sent.size() + 1);
    return result == null ? successes.dispatch(request) : AttemptReply.succeeds(result.deepCopy());
  }

  /** The data is made up, so that it says nothing of what is sent. */
  @Override
  public boolean takesAnyRequest() {
    return true;
  }
}
