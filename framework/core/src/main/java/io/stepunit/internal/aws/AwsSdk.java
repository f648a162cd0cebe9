package io.stepunit.internal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.JsonCodec;
import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.model.Resource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether users have the AWS SDK for Java v2 on their class path. */
public final class AwsSdk {
  private static final boolean PRESENT = isPresent();

  private AwsSdk() {}

  /** A codec that also reads the SDK's objects, if there is an SDK. */
  public static JsonCodec readBy(JsonCodec codec) {
    return PRESENT ? new SdkJsonCodec(codec) : codec;
  }

  /**
   * What a call answers by the SDK's own field metadata. Of jobs and callbacks it tells nothing.
   *
   * @return empty if there is no SDK, or it does not know the service
   */
  public static Optional<Shape.Structure> answerOf(Resource resource) {
    return resource instanceof Resource.Service called
            && called.pattern() == Resource.Pattern.REQUEST_RESPONSE
            && PRESENT
        ? SdkShapes.of(called)
        : Optional.empty();
  }

  /** Whether a value is a response of the SDK, or a part of one. */
  public static boolean isResponse(@Nullable Object value) {
    return PRESENT && value != null && SdkResponses.isOne(value);
  }

  /**
   * A response of the SDK as the result of a Task, with the metadata that an optimized integration
   * adds.
   *
   * @param response {@link #isResponse one}
   */
  public static JsonNode resultOf(Resource resource, Object response) {
    return SdkResponses.shown(resource, response);
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
