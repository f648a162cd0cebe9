package io.stepunit.mock.aws;

import io.stepunit.model.Resource;
import io.stepunit.shape.Shape;
import io.stepunit.spi.JsonCodec;
import java.util.Optional;

/** Whether users have the AWS SDK for Java v2 on their class path. */
public final class AwsSdk {
  private AwsSdk() {}

  /** A codec that also reads the SDK's objects, if there is an SDK. */
  public static JsonCodec readBy(JsonCodec codec) {
    return isPresent() ? new SdkJsonCodec(codec) : codec;
  }

  /**
   * What a call answers by the SDK's own field metadata. Of jobs and callbacks it tells nothing.
   *
   * @return empty if there is no SDK, or it does not know the service
   */
  public static Optional<Shape.Structure> answerOf(Resource resource) {
    return resource instanceof Resource.Service called
            && called.pattern() == Resource.Pattern.REQUEST_RESPONSE
            && isPresent()
        ? SdkShapes.of(called)
        : Optional.empty();
  }

  private static boolean isPresent() {
    try {
      Class.forName("software.amazon.awssdk.core.SdkPojo", false, AwsSdk.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
