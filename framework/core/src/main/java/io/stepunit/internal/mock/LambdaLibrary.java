package io.stepunit.internal.mock;

import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Tells where Lambda's library is missing, before a handler fails to link. */
final class LambdaLibrary {
  private LambdaLibrary() {}

  /**
   * @throws IllegalStateException if the library is not on the class path
   */
  static void require() {
    if (!isPresent()) {
      throw new IllegalStateException(
          """
          lambda(…) runs handlers of Lambda's Java library, which is not on the class path. Add to \
          the test's dependencies: com.amazonaws:aws-lambda-java-core""");
    }
  }

  private static boolean isPresent() {
    try {
      return RequestHandler.class.isInterface();
    } catch (NoClassDefFoundError absent) {
      return false;
    }
  }
}
