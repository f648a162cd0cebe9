package io.stepunit.internal.aws;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * An exception of a service as Step Functions shows it. Request ids are always the same, so that
 * histories are.
 */
record SdkFailure(String error, String cause) {
  /**
   * @param sdkName the service's name in the classes of the SDK v2: {@code DynamoDb}
   */
  static SdkFailure of(SdkServiceException thrown, Integration integration, String sdkName) {
    Optional<AwsErrorDetails> details =
        thrown instanceof AwsServiceException aws
            ? Optional.ofNullable(aws.awsErrorDetails())
            : Optional.empty();
    String type = thrown.getClass().getSimpleName();
    boolean unspecific = type.equals(sdkName + "Exception");
    String text =
        details
            .flatMap(d -> Optional.ofNullable(d.errorMessage()))
            .or(() -> Optional.ofNullable(thrown.getMessage()))
            .orElse("null");
    String code = details.flatMap(d -> Optional.ofNullable(d.errorCode())).orElse(type);
    return new SdkFailure(
        integration.prefix() + "." + (unspecific ? integration.unspecific() : type),
        integration.optimized()
            ? "%s (Service: %s; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
                .formatted(
                    text,
                    integration.inCauses(),
                    thrown.statusCode(),
                    code,
                    ResponseMetadata.REQUEST_ID)
            : "%s (Service: %s, Status Code: %d, Request ID: %s%s)"
                .formatted(
                    text,
                    integration.inCauses(),
                    thrown.statusCode(),
                    ResponseMetadata.REQUEST_ID,
                    extended(thrown)));
  }

  private static String extended(SdkServiceException thrown) {
    return thrown.extendedRequestId() == null
        ? ""
        : ", Extended Request ID: " + ResponseMetadata.REQUEST_ID;
  }
}
