package io.stepunit.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.awsmodel.Operation;
import io.stepunit.internal.awsmodel.ServiceModel;
import io.stepunit.internal.awsmodel.ServiceModels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Every field of the SDK's requests is found by the name that the service's model has for it. */
class ModelNamesTest {
  /** The SDK can take CopySource in parts, which it puts together itself. */
  private static final Pattern PARTS_OF_COPY_SOURCE =
      Pattern.compile("Source(Bucket|Key|VersionId)");

  /** What the newest SDK has and the catalogue, made from earlier models, has not. */
  private static final Set<String> NEWER_THAN_THE_CATALOGUE =
      Set.of("UpdateTable.DisassociationProtectionEnabled");

  @ParameterizedTest
  @ValueSource(strings = {"dynamodb", "eventbridge", "lambda", "s3", "sfn", "sqs"})
  void each_field_of_a_request_has_a_name_of_the_model(String service) {
    ServiceModel model = ServiceModels.of(service).orElseThrow();
    List<String> strangers = new ArrayList<>();
    int operations = 0;
    for (String action : model.actions()) {
      Operation operation = model.operation(action).orElseThrow();
      Optional<SdkPojo> builder = builder(service, operation);
      operations += builder.isPresent() ? 1 : 0;
      builder.ifPresent(pojo -> strangers.addAll(strangers(pojo, operation)));
    }

    assertThat(strangers).isSubsetOf(NEWER_THAN_THE_CATALOGUE);
    assertThat(operations).isGreaterThan(15);
  }

  private static List<String> strangers(SdkPojo pojo, Operation operation) {
    List<String> strangers = new ArrayList<>();
    for (SdkField<?> field : pojo.sdkFields()) {
      Set<String> names = new HashSet<>(SdkMembers.accepted(field));
      names.retainAll(operation.input().fields().keySet());
      if (names.isEmpty() && !PARTS_OF_COPY_SOURCE.matcher(field.memberName()).matches()) {
        strangers.add(operation.name() + "." + field.memberName());
      }
    }
    return strangers;
  }

  private static Optional<SdkPojo> builder(String service, Operation operation) {
    String request =
        "software.amazon.awssdk.services.%s.model.%sRequest".formatted(service, operation.name());
    try {
      return Optional.of((SdkPojo) SdkOperation.builderOf(Class.forName(request)));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }
}
