package io.stepunit.internal.integration;

import io.stepunit.internal.awsmodel.Operation;
import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a Task's {@code Parameters} or {@code Arguments} look like. */
public final class Requests {
  private Requests() {}

  /**
   * The members that a Task sends, named as a definition names them. Values that Step Functions
   * sends as the text of their JSON are of any shape.
   *
   * @return empty for functions, activities and operations that are not known
   */
  public static Optional<Shape.Structure> of(Resource resource) {
    if (!(resource instanceof Resource.Service called)) {
      return Optional.empty();
    }
    return SdkIntegration.isOne(called)
        ? SdkIntegration.operation(called).map(Operation::input).map(Requests::withBody)
        : optimized(called);
  }

  private static Optional<Shape.Structure> optimized(Resource.Service called) {
    OptimizedIntegrations requests = OptimizedIntegrations.REQUESTS;
    String suffix = called.pattern().suffix();
    return requests.of(called, requests.describes(called, suffix) ? suffix : "");
  }

  /** Step Functions asks for the body of a request, which the service's model does not. */
  private static Shape.Structure withBody(Shape.Structure input) {
    List<String> required = new ArrayList<>(input.required());
    for (Map.Entry<String, Supplier<Shape>> field : input.fields().entrySet()) {
      if (field.getValue().get() instanceof Shape.Blob blob
          && blob.streamed()
          && !required.contains(field.getKey())) {
        required.add(field.getKey());
      }
    }
    return new Shape.Structure(
        input.className(), input.fields(), List.copyOf(required), input.union());
  }
}
