package io.stepunit.mock.aws;

import io.stepunit.spi.JsonCodec;

/** Whether users have the AWS SDK for Java v2 on their class path. */
public final class AwsSdk {
  private AwsSdk() {}

  /** A codec that also reads the SDK's objects, if there is an SDK. */
  public static JsonCodec readBy(JsonCodec codec) {
    return isPresent() ? new SdkJsonCodec(codec) : codec;
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
