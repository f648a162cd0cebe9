package io.stepunit.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArnTest {
  private static final String MACHINE = "arn:aws-cn:states:cn-north-1:123456789012:stateMachine:a";

  @Test
  void is_written_as_it_was_read() {
    Arn arn = Arn.parse(MACHINE);

    assertThat(arn).hasToString(MACHINE);
    assertThat(arn.name()).isEqualTo("a");
  }

  @Test
  void is_made_of_its_parts() {
    Arn role = Arn.of("aws", "iam", "", "123456789012", "role/order");

    assertThat(role).hasToString("arn:aws:iam::123456789012:role/order");
  }

  @Test
  void of_an_execution_has_the_name_of_its_machine() {
    Arn execution = Arn.parse(MACHINE).within("execution", "one");

    assertThat(execution).hasToString("arn:aws-cn:states:cn-north-1:123456789012:execution:a:one");
  }

  @Test
  void of_a_map_run_keeps_the_label() {
    Arn mapRun = Arn.parse(MACHINE + "/Import").within("mapRun", "7");

    assertThat(mapRun.resource()).isEqualTo("mapRun:a/Import:7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"order", "arn:aws:states", "arn:aws:states:us-east-1:123456789012"})
  void is_more_than_its_beginning(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arn.parse(text))
        .withMessageContaining("'" + text + "' is not an ARN");
  }
}
