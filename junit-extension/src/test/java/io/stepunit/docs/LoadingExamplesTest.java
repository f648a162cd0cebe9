package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.assertThatThrownBy;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.DefinitionNotFoundException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.junit.StateMachine;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.load.DefinitionSource;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The examples of docs/guide/loading.md. */
class LoadingExamplesTest {
  private static final String TEMPLATE = "io/stepunit/docs/shop-template.yaml";

  @Nested
  @StateMachineTest(value = "shop-template.yaml", id = "QuoteMachine", values = "Stage=beta")
  class QuoteMachineTest {
    @Test
    void quotes_a_price(TestStateMachine quote) {
      quote.mock("Price").returns(Map.of("price", 12));

      assertThat(quote.run(Map.of("sku", "BOOK"))).isSucceeded().hasOutputAt("$.price", 12);
    }

    @Test
    void quote_machine_has_the_templates_name_type_and_values(TestStateMachine quote) {
      assertThat(quote.name()).isEqualTo("QuoteMachine");
      assertThat(quote.type()).isEqualTo(WorkflowType.EXPRESS);
      assertThat(quote.definition().comment()).contains("quotes of beta");
    }

    @Test
    void another_machine_of_the_template(
        @StateMachine(value = "shop-template.yaml", id = "OrderMachine") TestStateMachine order) {
      assertThat(order.name()).isEqualTo("OrderMachine");
      assertThat(order.definition().location().file()).isEqualTo("order.asl.json");
    }
  }

  @Test
  void without_junit() {
    StepFunctionsEnvironment environment = StepFunctionsEnvironment.create();

    TestStateMachine quote = environment.load(TEMPLATE, "QuoteMachine");

    assertThat(quote.definition().comment()).contains("quotes of test");
  }

  @Test
  void with_values() {
    StepFunctionsEnvironment environment = StepFunctionsEnvironment.create();
    ClassLoader classPath = getClass().getClassLoader();

    TestStateMachine quote =
        environment.load(
            DefinitionSource.resource(TEMPLATE, classPath)
                .id("QuoteMachine")
                .value("PriceFunction.Arn", "arn:aws:lambda:eu-west-1:123456789012:function:price")
                .value("Stage", "prod"));

    assertThat(quote.definition().comment()).contains("quotes of prod");
  }

  @Test
  void a_wrong_id_lists_those_that_are_there() {
    StepFunctionsEnvironment environment = StepFunctionsEnvironment.create();

    assertThatThrownBy(() -> environment.load(TEMPLATE, "QuoteMachin"))
        .isInstanceOf(DefinitionNotFoundException.class)
        .hasMessageContaining("Did you mean 'QuoteMachine'? It has: OrderMachine, QuoteMachine.");
  }
}
