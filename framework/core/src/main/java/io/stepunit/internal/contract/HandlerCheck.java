package io.stepunit.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.JsonDifference;
import io.stepunit.internal.lambda.FunctionOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a handler did against what is assumed of it.
 *
 * @param file the contract, for messages
 * @param exact whether values count
 */
public record HandlerCheck(String file, ContractedTask task, AssumedCall call, boolean exact) {
  private static final int SHOWN = 10;

  /**
   * Makes sure that a handler did as assumed.
   *
   * @throws AssertionError if it did something else; says what, and what to do
   */
  public void require(FunctionOutcome outcome) {
    if (outcome instanceof FunctionOutcome.Failed failed) {
      requireError(failed);
    } else {
      requireResult(((FunctionOutcome.Returned) outcome).payload());
    }
  }

  private void requireError(FunctionOutcome.Failed failed) {
    if (call.error().isEmpty()) {
      throw broken(
          "failed with " + failed.errorType(),
          "A result was assumed, not the error %s.".formatted(failed.errorType()),
          failed.thrown());
    }
    if (!call.error().get().equals(failed.errorType())) {
      throw broken(
          "failed with " + failed.errorType(),
          "Retry and Catch compare the names of errors: assumed is %s, given is %s."
              .formatted(call.error().get(), failed.errorType()),
          failed.thrown());
    }
  }

  private void requireResult(JsonNode given) {
    String shown = "returned " + JsonDifference.shortened(given);
    if (call.error().isPresent()) {
      throw broken(
          shown, "The error %s was assumed, not a result.".formatted(call.error().get()), null);
    }
    List<Difference> differences =
        call.result().map(assumed -> ResultComparison.of(assumed, given, exact)).orElse(List.of());
    if (!differences.isEmpty()) {
      throw broken(shown, listed(differences), null);
    }
  }

  private static String listed(List<Difference> differences) {
    String shown =
        differences.stream()
            .limit(SHOWN)
            .map(difference -> "at " + difference)
            .collect(Collectors.joining("\n  "));
    int more = differences.size() - SHOWN;
    return more > 0 ? shown + "\n  and at " + more + " other places" : shown;
  }

  private AssertionError broken(String did, String difference, @Nullable Throwable thrown) {
    AssertionError error =
        new AssertionError(
            """
            The handler does not honour the contract %s, of the Task '%s' of %s (%s).
            input:   %s
            assumed: %s
            by:      %s
            handler: %s
            differs:
              %s
            %s"""
                .formatted(
                    file,
                    task.state(),
                    task.machine(),
                    task.definition(),
                    JsonDifference.shortened(call.input()),
                    assumed(),
                    call.assumedBy().stream()
                        .map(AssumedBy::toString)
                        .collect(Collectors.joining("\n         ")),
                    did,
                    difference,
                    advice()));
    Optional.ofNullable(thrown).ifPresent(error::initCause);
    return error;
  }

  private String assumed() {
    return call.error()
        .map(name -> "fails with " + name)
        .or(() -> call.result().map(result -> "returns " + JsonDifference.shortened(result)))
        .orElse("returns anything");
  }

  private String advice() {
    return "If the handler is right, let the mock at %s answer as it does, and run the tests of the machine again. If the mock is right, change the handler."
        .formatted(call.assumedBy().stream().map(AssumedBy::at).findFirst().orElse("that line"));
  }
}
