package io.stepunit.internal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.JsonCodec;
import io.stepunit.internal.model.Resource;
import org.jspecify.annotations.Nullable;

/** Whether users have the AWS SDK for Java v2 on their class path. */
public final class AwsSdk {
  private static final boolean PRESENT = isPresent();

  private AwsSdk() {}

  /** A codec that also reads the SDK's objects, if there is an SDK. */
  public static JsonCodec readBy(JsonCodec codec) {
    return PRESENT ? new SdkJsonCodec(codec) : codec;
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
