package io.stepunit.internal.integration;

import io.stepunit.internal.awsmodel.Operation;
import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.model.Resource;
import java.util.Optional;

/** What a Task's result looks like. */
public final class Results {
  private Results() {}

  /**
   * The members of a result, named as Step Functions names them, without the metadata that it adds.
   * What comes by a callback has any shape; what a job ends with is what its service tells of it.
   *
   * @return empty where that is not known
   */
  public static Optional<Shape.Structure> of(Resource resource) {
    if (!(resource instanceof Resource.Service called)
        || called.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN) {
      return Optional.empty();
    }
    return SdkIntegration.isOne(called)
        ? SdkIntegration.operation(called).map(Operation::output)
        : optimized(called);
  }

  private static Optional<Shape.Structure> optimized(Resource.Service called) {
    OptimizedIntegrations results = OptimizedIntegrations.RESULTS;
    String suffix = called.pattern().suffix();
    return suffix.isEmpty() || results.describes(called, suffix)
        ? results.of(called, suffix)
        : Optional.empty();
  }
}
