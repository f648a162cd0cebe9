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

  /**
   * The clients of the SDK for Java v1 for the services of optimized integrations. Its exceptions
   * are named after them: {@code AmazonSQS} throws {@code AmazonSQSException}.
   */
  private static final Map<String, String> CLIENTS =
      Map.ofEntries(
          Map.entry("athena", "AmazonAthena"),
          Map.entry("batch", "AWSBatch"),
          Map.entry("bedrock", "AmazonBedrock"),
          Map.entry("bedrockagentcore", "AWSBedrockAgentCore"),
          Map.entry("codebuild", "AWSCodeBuild"),
          Map.entry("databrew", "AWSGlueDataBrew"),
          Map.entry("dynamodb", "AmazonDynamoDB"),
          Map.entry("ecs", "AmazonECS"),
          Map.entry("eks", "AmazonEKS"),
          Map.entry("elasticmapreduce", "AmazonElasticMapReduce"),
          Map.entry("emr-containers", "AmazonEMRContainers"),
          Map.entry("emr-serverless", "AWSEMRServerless"),
          Map.entry("events", "AmazonEventBridge"),
          Map.entry("glue", "AWSGlue"),
          Map.entry("lambda", "AWSLambda"),
          Map.entry("mediaconvert", "AWSMediaConvert"),
          Map.entry("sagemaker", "AmazonSageMaker"),
          Map.entry("sns", "AmazonSNS"),
          Map.entry("sqs", "AmazonSQS"),
          Map.entry("states", "AWSStepFunctions"));

  /** Actions of optimized integrations that the service's API has by another name. */
  private static final Map<String, String> API_ACTIONS =
      Map.of("elasticmapreduce:createCluster", "runJobFlow");

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

  /** The names by a client of the SDK v1; DynamoDB's second version has the first one's errors. */
  private static Integration ofClient(String client) {
    return new Integration(
        true,
        client.replaceFirst("^(AWS|Amazon)", ""),
        client + "Exception",
        client.equals("AmazonDynamoDB") ? "AmazonDynamoDBv2" : client);
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
    return optimized ? ofClient("AWSLambda") : ofSdk("Lambda");
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

  /** The names of an optimized integration; empty where it calls no API of an AWS service. */
  public static Optional<Integration> ofOptimized(String service) {
    return Optional.ofNullable(CLIENTS.get(service)).map(Integration::ofClient);
  }

  /** The action as the service's API names it. */
  static String apiAction(Resource.Service called) {
    return API_ACTIONS.getOrDefault(called.service() + ":" + called.action(), called.action());
  }

  /**
   * The integration of a resource.
   *
   * @param sdkName the service's name in the classes of the SDK v2: {@code DynamoDb}
   * @throws IllegalArgumentException if it is no call of an AWS service
   */
  static Integration of(Resource.Service resource, String sdkName) {
    if (resource.service().startsWith(SDK)) {
      return ofSdk(sdkName);
    }
    return ofOptimized(resource.service())
        .orElseThrow(
            () ->
                new UnanswerableTaskException(
                    "%s is no call of an AWS service's API, so no client can send it. Mock the Task."
                        .formatted(resource.arn())));
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
