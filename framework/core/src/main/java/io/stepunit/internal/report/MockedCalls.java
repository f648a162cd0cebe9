package io.stepunit.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.stepunit.internal.contract.Contracts;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.mock.MockDeclaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The calls that mocks answered by themselves, each once: contracts are made of them. */
final class MockedCalls {
  /** One more than are kept, so that it shows where there are more. */
  private static final int NOTED = Contracts.MOST + 1;

  private final Map<Outcomes, Map<Key, Call>> calls = new LinkedHashMap<>();

  /** A call that a mock answered. */
  record Call(AttemptRequest request, MockDeclaration mock, AttemptReply reply) {}

  /** The calls of one Task that succeed, or that fail with one error. */
  private record Outcomes(String machine, String state, @Nullable String error) {}

  private record Key(JsonNode input, JsonNode result, MockDeclaration mock) {}

  /** A mock has answered; beyond so many different calls more would tell nothing new. */
  synchronized void add(AttemptRequest request, MockDeclaration mock, AttemptReply reply) {
    boolean succeeds = reply instanceof AttemptReply.Succeeds;
    if (!succeeds && !(reply instanceof AttemptReply.Fails)) {
      return;
    }
    String error = succeeds ? null : ((AttemptReply.Fails) reply).error();
    Map<Key, Call> alike =
        calls.computeIfAbsent(
            new Outcomes(request.stateMachineArn(), request.state(), error),
            outcomes -> new LinkedHashMap<>());
    if (alike.size() < NOTED) {
      JsonNode result =
          succeeds ? ((AttemptReply.Succeeds) reply).result() : NullNode.getInstance();
      alike.computeIfAbsent(
          new Key(request.input(), result, Objects.requireNonNull(mock)),
          key -> new Call(request, mock, reply));
    }
  }

  /** The calls since this was last asked, in their order. */
  synchronized List<Call> unclaimed() {
    List<Call> fresh = calls.values().stream().flatMap(alike -> alike.values().stream()).toList();
    calls.clear();
    return fresh;
  }
}
