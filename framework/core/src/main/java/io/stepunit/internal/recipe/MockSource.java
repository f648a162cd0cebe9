package io.stepunit.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.rehearsal.Answer;
import io.stepunit.internal.rehearsal.Repeated;
import io.stepunit.internal.target.JavaText;
import java.util.List;

/**
 * Writes the answers of a Task as a mock.
 *
 * @param variable the test's variable for the machine
 * @param indent how far the statements are indented
 * @param definition the machine
 */
public record MockSource(String variable, String indent, CompiledDefinition definition) {
  /** The mock of a Task, without the semicolon behind it. */
  public String of(String state, List<Answer> script) {
    StringBuilder mock = new StringBuilder(variable + ".mock(" + JavaText.literal(state) + ")");
    String then = "";
    for (Repeated repeated : Repeated.in(script)) {
      mock.append(then).append(answer(state, repeated.answer()));
      if (!repeated.isLast()) {
        mock.append(".times(").append(repeated.times()).append(")");
      }
      then = "\n" + indent + "    .then()";
    }
    return mock.toString();
  }

  private String answer(String state, Answer answer) {
    if (answer instanceof Answer.Fails fails) {
      return ".fails(%s, %s)"
          .formatted(JavaText.literal(fails.error()), JavaText.literal(fails.causeText()));
    }
    if (answer instanceof Answer.Returns returns) {
      JsonNode result = returns.result();
      return isPayloadOnly(state, result)
          ? ".returnsPayload(" + JsonSource.of(result.path("Payload"), indent) + ")"
          : ".returns(" + JsonSource.of(result, indent) + ")";
    }
    return ".neverAnswers()";
  }

  /** {@code returnsPayload} adds what else a lambda:invoke answers. */
  private boolean isPayloadOnly(String state, JsonNode result) {
    return result.has("Payload")
        && definition
            .findState(state)
            .filter(
                it ->
                    it instanceof TaskState called
                        && called.resource() instanceof Resource.Service service
                        && service.service().equals("lambda")
                        && service.pattern() == Resource.Pattern.REQUEST_RESPONSE)
            .isPresent();
  }
}
