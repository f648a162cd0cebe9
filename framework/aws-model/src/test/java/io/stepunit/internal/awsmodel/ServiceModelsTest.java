package io.stepunit.internal.awsmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceModelsTest {
  private static Operation operation(String service, String action) {
    return ServiceModels.of(service).flatMap(model -> model.operation(action)).orElseThrow();
  }

  private static Shape field(Shape shape, String... path) {
    Shape found = shape;
    for (String name : path) {
      found =
          name.equals("*")
              ? found instanceof Shape.Items items
                  ? items.item().get()
                  : ((Shape.Entries) found).value().get()
              : ((Shape.Structure) found).fields().get(name).get();
    }
    return found;
  }

  static Set<String> services() {
    return ServiceModels.names();
  }

  @ParameterizedTest
  @MethodSource("services")
  void reads_each_operation_of_each_service_with_all_its_shapes(String name) {
    ServiceModel service = ServiceModels.of(name).orElseThrow();

    assertThat(service.actions()).isNotEmpty();
    Set<Shape> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (String action : service.actions()) {
      for (MemberNames names : MemberNames.values()) {
        Operation operation = service.operation(action, names).orElseThrow();
        collect(operation.input(), seen);
        collect(operation.output(), seen);
      }
    }
    assertThat(seen)
        .filteredOn(Shape.Structure.class::isInstance)
        .extracting(Shape.Structure.class::cast)
        .allSatisfy(
            structure -> assertThat(structure.fields().keySet()).containsAll(structure.required()));
  }

  private static void collect(Shape start, Set<Shape> seen) {
    List<Shape> waiting = new ArrayList<>(List.of(start));
    while (!waiting.isEmpty()) {
      Shape shape = waiting.remove(waiting.size() - 1);
      if (seen.add(shape)) {
        parts(shape).map(Supplier::get).forEach(waiting::add);
      }
    }
  }

  private static Stream<Supplier<Shape>> parts(Shape shape) {
    if (shape instanceof Shape.Structure structure) {
      return structure.fields().values().stream();
    }
    if (shape instanceof Shape.Items items) {
      return Stream.of(items.item());
    }
    return shape instanceof Shape.Entries entries ? Stream.of(entries.value()) : Stream.of();
  }

  @Test
  void knows_the_services_by_the_names_of_resources() {
    assertThat(ServiceModels.names())
        .hasSizeGreaterThan(430)
        .contains(
            "sfn",
            "cloudwatchlogs",
            "eventbridge",
            "acmpca",
            "applicationdiscovery",
            "config",
            "databasemigration",
            "dynamodbstreams",
            "elasticloadbalancingv2",
            "s3vectors",
            "bedrockagentcore",
            "lambdamicrovms");
    assertThat(ServiceModels.of("nosuch")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "dynamodb, DynamoDb",
    "cloudwatchlogs, CloudWatchLogs",
    "acmpca, AcmPca",
    "sfn, Sfn",
    "sagemaker, SageMaker",
    "applicationdiscovery, ApplicationDiscovery"
  })
  void knows_the_prefix_of_the_errors(String service, String prefix) {
    assertThat(ServiceModels.of(service).orElseThrow().errorPrefix()).isEqualTo(prefix);
  }

  @Test
  void names_errors_as_they_appear_in_executions() {
    assertThat(operation("s3", "getObject").errors()).contains("NoSuchKeyException");
    assertThat(operation("rds", "stopDBInstance").errors())
        .contains("DbInstanceNotFoundException", "InvalidDbInstanceStateException");
    assertThat(operation("dynamodb", "putItem").errors())
        .contains("ConditionalCheckFailedException");
  }

  @Test
  void tells_services_that_step_functions_removed() {
    assertThat(ServiceModels.isDropped("qldb")).isTrue();
    assertThat(ServiceModels.isDropped("lexruntime")).isTrue();
    assertThat(ServiceModels.isDropped("lexruntimev2")).isFalse();
  }

  @Test
  void knows_what_sqs_is_sent() {
    Operation send = operation("sqs", "sendMessage");

    assertThat(send.name()).isEqualTo("SendMessage");
    assertThat(send.input().required()).containsExactly("QueueUrl", "MessageBody");
    assertThat(field(send.input(), "DelaySeconds"))
        .isEqualTo(Shape.Numeric.any(Shape.Numeric.Kind.INTEGER));
    assertThat(field(send.input(), "MessageAttributes", "*", "BinaryValue"))
        .isEqualTo(Shape.Blob.ANY);
    assertThat(((Shape.Structure) field(send.input(), "MessageAttributes", "*")).className())
        .contains("MessageAttributeValue");
    assertThat(send.output().fields()).containsKey("Md5OfMessageBody");
    assertThat(send.errors()).contains("QueueDoesNotExistException");
  }

  @Test
  void follows_values_that_contain_themselves() {
    Operation put = operation("dynamodb", "putItem");

    Shape value = field(put.input(), "Item", "*");
    assertThat(field(value, "L", "*", "M", "*")).isSameAs(value);
    assertThat(((Shape.Structure) value).fields())
        .containsOnlyKeys("S", "N", "B", "Ss", "Ns", "Bs", "M", "L", "Nul", "Bool");
  }

  @Test
  void tells_bodies_and_bytes() {
    assertThat(field(operation("s3", "putObject").input(), "Body"))
        .isEqualTo(new Shape.Blob(true, 0));
    assertThat(field(operation("lambda", "invoke").input(), "Payload")).isEqualTo(Shape.Blob.ANY);
    assertThat(operation("s3", "copyObject").input().required())
        .containsExactlyInAnyOrder("Bucket", "CopySource", "Key");
  }

  @Test
  void names_members_as_an_integration_of_the_sdk_or_as_an_optimized_one() {
    ServiceModel rds = ServiceModels.of("rds").orElseThrow();
    ServiceModel ecs = ServiceModels.of("ecs").orElseThrow();

    assertThat(rds.operation("startDBInstance").orElseThrow().input().fields())
        .containsOnlyKeys("DbInstanceIdentifier");
    assertThat(rds.operation("startDBInstance", MemberNames.API).orElseThrow().input().required())
        .containsExactly("DBInstanceIdentifier");
    assertThat(ecs.operation("runTask", MemberNames.API).orElseThrow().input().required())
        .containsExactly("TaskDefinition");
  }

  @Test
  void knows_values_lengths_and_ranges_of_answers() {
    Operation parameter = operation("ssm", "getParameter");
    Operation function = operation("lambda", "getFunction");
    Operation encryption = operation("kms", "encrypt");

    assertThat(field(parameter.output(), "Parameter", "Type"))
        .isEqualTo(new Shape.Text(0, List.of("String", "StringList", "SecureString")));
    assertThat(field(function.output(), "Configuration", "Timeout"))
        .isEqualTo(new Shape.Numeric(Shape.Numeric.Kind.INTEGER, 1, 5400));
    assertThat(field(encryption.output(), "CiphertextBlob")).isEqualTo(new Shape.Blob(false, 1));
  }

  @Test
  void has_operations_without_input_or_output() {
    assertThat(operation("sqs", "deleteMessage").output()).isEqualTo(Shape.Structure.EMPTY);
    assertThat(ServiceModels.of("ec2").orElseThrow().operation("describeNothing")).isEmpty();
  }
}
