package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stepunit.model.UnsupportedFeatureException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributedMapTest {
  private static final String PROCESSOR =
      "{\"StartAt\": \"One\", \"States\": {\"One\": {\"Type\": \"Succeed\"}}}";
  private static final String DISTRIBUTED =
      """
      {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
       "StartAt": "One", "States": {"One": {"Type": "Succeed"}}}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Label\": \"x\", \"ItemProcessor\": " + PROCESSOR,
        "\"ItemReader\": {\"Resource\": \"arn:aws:states:::s3:getObject\"}, \"ItemProcessor\": "
            + PROCESSOR,
        "\"ItemBatcher\": {\"MaxItemsPerBatch\": 2}, \"ItemProcessor\": " + PROCESSOR,
        "\"ResultWriter\": {\"WriterConfig\": {\"OutputType\": \"JSONL\"}}, \"ItemProcessor\": "
            + PROCESSOR,
        "\"ItemProcessor\": " + DISTRIBUTED,
        "\"Iterator\": " + DISTRIBUTED
      })
  void is_loaded_but_refused_by_name_before_anything_runs(String fields) {
    StepFunctionsEnvironment environment = StepFunctionsEnvironment.create();
    TestStateMachine machine =
        environment.define(
            "batch",
            """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, %s}}}
            """
                .formatted(fields));

    assertThatExceptionOfType(UnsupportedFeatureException.class)
        .isThrownBy(() -> machine.run("[]"))
        .satisfies(e -> assertThat(e.feature()).isEqualTo("Distributed Map"))
        .withMessageContaining("/States/Each/");
    assertThat(environment.executions()).isEmpty();
  }
}
