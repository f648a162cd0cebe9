package io.stepunit.internal.sfn;

/** Tells where the SDK's client is missing, before anything fails to link. */
final class SfnLibrary {
  private static final String CLIENT = "software.amazon.awssdk.services.sfn.SfnClient";

  private SfnLibrary() {}

  /**
   * @param asked what the test asks for: {@code sfnClient()}
   * @throws IllegalStateException if the client is not on the class path
   */
  static void require(String asked) {
    if (!isPresent()) {
      throw new IllegalStateException(
          """
          %s needs the client of Step Functions of the AWS SDK for Java v2, which is not on the \
          class path. Add to the test's dependencies: software.amazon.awssdk:sfn"""
              .formatted(asked));
    }
  }

  private static boolean isPresent() {
    try {
      Class.forName(CLIENT, false, SfnLibrary.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
