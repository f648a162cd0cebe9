package io.stepunit.internal.request;

import io.stepunit.internal.awsmodel.Shape;

/**
 * What an operation is sent, and how Step Functions speaks of it.
 *
 * @param shape the request
 * @param wording its words for what is wrong
 * @param optimized whether an optimized integration sends it
 */
public record RequestForm(Shape.Structure shape, Wording wording, boolean optimized) {
  /**
   * The request of an SDK integration.
   *
   * @param service by its name after {@code aws-sdk:}
   */
  static RequestForm ofSdk(String service, Shape.Structure shape) {
    return new RequestForm(shape, SdkWording.of(service), false);
  }

  /** The request of an optimized integration. */
  static RequestForm ofOptimized(Shape.Structure shape) {
    return new RequestForm(shape, new OptimizedWording(), true);
  }
}
