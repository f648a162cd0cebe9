package io.stepunit.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.budget.InterruptedWorkError;
import io.stepunit.internal.model.TemplateResources;
import io.stepunit.internal.model.read.DefinitionReader;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterruptedReadingTest {
  @AfterEach
  void calm() {
    Thread.interrupted();
  }

  @Test
  void a_definition_that_was_parsed_before_the_interrupt_is_not_read_any_further() {
    Diagnostics diagnostics = new Diagnostics();
    LocatedNode root =
        JsonSource.parse(
            "a.json",
            "{\"StartAt\": \"S\", \"States\": {\"S\": {\"Type\": \"Succeed\"}}}",
            diagnostics);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> DefinitionReader.read(root, TemplateResources.NONE, diagnostics))
        .isInstanceOf(InterruptedWorkError.class);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }
}
