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
  /** The class that today's SDK has for it; older ones had none. */
  private static final String S3_ACCESS_DENIED = "AccessDeniedException";

  /**
   * @param sdkName the service's name in the classes of the SDK v2: {@code DynamoDb}
   */
  static SdkFailure of(SdkServiceException thrown, Integration integration, String sdkName) {
    Optional<AwsErrorDetails> details =
        thrown instanceof AwsServiceException aws
            ? Optional.ofNullable(aws.awsErrorDetails())
            : Optional.empty();
    String type = thrown.getClass().getSimpleName();
    String text =
        details
            .flatMap(d -> Optional.ofNullable(d.errorMessage()))
            .or(() -> Optional.ofNullable(thrown.getMessage()))
            .orElse("null");
    String code = details.flatMap(d -> Optional.ofNullable(d.errorCode())).orElse(type);
    if (!integration.optimized() && sdkName.equals("S3") && code.equals("AccessDenied")) {
      type = S3_ACCESS_DENIED;
    }
    boolean unspecific = type.equals(sdkName + "Exception");
    return new SdkFailure(
        integration.prefix() + "." + (unspecific ? integration.unspecific() : type),
        text
            + " "
            + integration.details(thrown.statusCode(), code, thrown.extendedRequestId() != null));
  }
}
