package io.stepunit.internal.aws;

import io.stepunit.internal.model.Resource;
import io.stepunit.internal.spi.UnanswerableTaskException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of one service in one kind of integration. SDK integrations follow the SDK for Java v2,
 * optimized ones its predecessor. See "Handling errors in Step Functions workflows" in the AWS Step
 * Functions Developer Guide.
 *
 * @param optimized whether it is an optimized integration
 * @param prefix the first part of error names: {@code DynamoDB}
 * @param unspecific the second part where the service's error has no class of its own: {@code
 *     AmazonDynamoDBException}
 * @param inCauses the service's name in causes: {@code AmazonDynamoDBv2}
 */
public record Integration(boolean optimized, String prefix, String unspecific, String inCauses) {
  private static final String SDK = "aws-sdk:";

  private static final Map<String, Integration> OPTIMIZED =
      Map.of(
          "dynamodb", optimized("DynamoDB", "AmazonDynamoDBException", "AmazonDynamoDBv2"),
          "sqs", optimized("SQS", "AmazonSQSException", "AmazonSQS"),
          "sns", optimized("SNS", "AmazonSNSException", "AmazonSNS"),
          "events", optimized("EventBridge", "AmazonEventBridgeException", "AmazonEventBridge"),
          "states", optimized("StepFunctions", "AWSStepFunctionsException", "AWSStepFunctions"),
          "lambda", ofLambda(true));

  /** Services whose SDK integration has another name than their optimized one. */
  private static final Map<String, String> SDK_NAMES =
      Map.of(
          "events", "eventbridge",
          "states", "sfn",
          "elasticmapreduce", "emr",
          "emr-containers", "emrcontainers",
          "emr-serverless", "emrserverless");

  /** Optimized integrations whose answers are not those of an SDK's call. */
  private static final Set<String> WITHOUT_METADATA = Set.of("events", "http", "apigateway");

  private static Integration optimized(String prefix, String unspecific, String inCauses) {
    return new Integration(true, prefix, unspecific, inCauses);
  }

  /**
   * The names of an SDK integration.
   *
   * @param sdkName the service's name in the classes of the SDK v2: {@code DynamoDb}
   */
  public static Integration ofSdk(String sdkName) {
    return new Integration(false, sdkName, sdkName + "Exception", sdkName);
  }

  /** The names of Lambda. */
  public static Integration ofLambda(boolean optimized) {
    return optimized ? optimized("Lambda", "AWSLambdaException", "AWSLambda") : ofSdk("Lambda");
  }

  /**
   * The clause by which AWS ends the causes of a service's errors. Request ids are always the same,
   * so that histories are.
   *
   * @param status the HTTP status
   * @param code the service's own name of the error
   * @param extended whether the service told a second id, as S3 does
   */
  public String details(int status, String code, boolean extended) {
    String id = ResponseMetadata.REQUEST_ID;
    return optimized
        ? "(Service: %s; Status Code: %s; Error Code: %s; Request ID: %s; Proxy: null)"
            .formatted(inCauses, status, code, id)
        : "(Service: %s, Status Code: %s, Request ID: %s%s) (SDK Attempt Count: 1)"
            .formatted(inCauses, status, id, extended ? ", Extended Request ID: " + id : "");
  }

  /** The names of an optimized integration; empty where they are not known for certain. */
  public static Optional<Integration> ofOptimized(String service) {
    return Optional.ofNullable(OPTIMIZED.get(service));
  }

  /**
   * The integration of a resource.
   *
   * @param sdkName the service's name in the classes of the SDK v2: {@code DynamoDb}
   * @throws IllegalArgumentException if the error names of an optimized integration are not known
   */
  static Integration of(Resource.Service resource, String sdkName) {
    if (resource.service().startsWith(SDK)) {
      return ofSdk(sdkName);
    }
    return ofOptimized(resource.service())
        .orElseThrow(
            () ->
                new UnanswerableTaskException(
                    """
                    The optimized integration %s cannot be sent to a client: how it names its errors \
                    is not known here. Mock the Task, or use the SDK integration aws-sdk:%s. Known are %s."""
                        .formatted(
                            resource.arn(),
                            resource.service(),
                            String.join(", ", OPTIMIZED.keySet().stream().sorted().toList()))));
  }

  /**
   * Whether a service, as a test names it, is the one that a resource calls: {@code events} stands
   * for {@code events:putEvents} and for {@code aws-sdk:eventbridge:putEvents}.
   */
  public static boolean isOf(String service, Resource resource) {
    if (!(resource instanceof Resource.Service called)) {
      return false;
    }
    String name = called.service().startsWith(SDK) ? sdkName(called) : called.service();
    return name.equals(service)
        || SDK_NAMES.getOrDefault(service, service).equals(name)
        || SDK_NAMES.getOrDefault(name, name).equals(service);
  }

  private static String sdkName(Resource.Service called) {
    return called.service().substring(SDK.length());
  }

  /** The package of the SDK v2 that has the service: {@code sfn} for {@code states}. */
  static String sdkPackage(Resource.Service called) {
    return isOptimized(called)
        ? SDK_NAMES.getOrDefault(called.service(), called.service())
        : sdkName(called);
  }

  /** Whether a resource is called by an optimized integration. */
  public static boolean isOptimized(Resource resource) {
    return resource instanceof Resource.Service called && !called.service().startsWith(SDK);
  }

  /** Whether the answers of a resource have the metadata of an HTTP call beside their fields. */
  public static boolean hasMetadata(Resource resource) {
    return resource instanceof Resource.Service called
        && isOptimized(called)
        && !WITHOUT_METADATA.contains(called.service());
  }
}
