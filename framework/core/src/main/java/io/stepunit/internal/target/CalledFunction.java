package io.stepunit.internal.target;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.aws.Integration;
import io.stepunit.internal.lambda.FunctionName;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.spi.AttemptRequest;
import java.util.Optional;

/**
 * Which Lambda function a Task calls: by the function's own ARN, or by {@code lambda:invoke} of the
 * optimized or the SDK integration.
 */
public final class CalledFunction {
  private CalledFunction() {}

  /** The function; empty if the Task calls none, or does not tell which. */
  public static Optional<FunctionName> of(AttemptRequest request) {
    if (request.resource() instanceof Resource.LambdaFunction direct) {
      return Optional.of(FunctionName.parse(direct.arn()));
    }
    if (!isInvoke(request.resource())) {
      return Optional.empty();
    }
    JsonNode qualifier = request.input().path("Qualifier");
    return Optional.of(request.input().path("FunctionName"))
        .filter(JsonNode::isTextual)
        .map(name -> FunctionName.parse(name.textValue()))
        .map(name -> qualifier.isTextual() ? name.withQualifier(qualifier.textValue()) : name);
  }

  /** Whether a resource is {@code lambda:invoke}, in any pattern. */
  public static boolean isInvoke(Resource resource) {
    return resource instanceof Resource.Service service
        && Integration.isOf("lambda", service)
        && service.action().equals("invoke");
  }
}
