package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.TestStateMachine;
import io.stepunit.junit.testkit.TestKit;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;

class MisplacedAnnotationTest {

  @Test
  void a_method_without_a_test_annotation_fails_instead_of_never_running() {
    assertThat(TestKit.run(OnMethodTestCases.class))
        .failsAContainerWith()
        .isEqualTo(
            """
            @StateMachineTest("order.asl.json") is on the method \
            io.stepunit.junit.MisplacedAnnotationTest$OnMethodTestCases.ships, but it belongs on a class.
            Put it on the class OnMethodTestCases, and @Test on the method.
            For a further machine in one test, let the method take a parameter: \
            @StateMachine("order.asl.json") TestStateMachine machine""");
  }

  static class OnMethodTestCases {
    @StateMachineTest("order.asl.json")
    void ships(TestStateMachine order) {}
  }

  @Test
  void a_test_method_fails_too() {
    assertThat(TestKit.run(OnTestMethodTestCases.class))
        .hasSucceeded(0)
        .failsATestAndAContainerWith("OnTestMethodTestCases.ships, but it belongs on a class");
  }

  static class OnTestMethodTestCases {
    @Test
    @StateMachineTest("order.asl.json")
    void ships() {}
  }

  @Test
  void a_composed_annotation_on_a_method_fails_too() {
    assertThat(TestKit.run(ComposedTestCases.class))
        .failsAContainerWith()
        .contains("ComposedTestCases.ships, but it belongs on a class");
  }

  @Retention(RetentionPolicy.RUNTIME)
  @StateMachineTest("order.asl.json")
  @interface OrderTest {}

  static class ComposedTestCases {
    @OrderTest
    void ships() {}
  }

  @Test
  void a_method_of_an_annotated_class_fails_the_class() {
    assertThat(TestKit.run(AnnotatedTwiceTestCases.class))
        .failsAContainerWith()
        .contains("AnnotatedTwiceTestCases.ships, but it belongs on a class");
  }

  @StateMachineTest("order.asl.json")
  static class AnnotatedTwiceTestCases {
    @StateMachineTest("order.asl.json")
    void ships() {}

    @Test
    void another() {}
  }

  @Test
  void a_private_method_of_an_annotated_class_fails_the_class() {
    assertThat(TestKit.run(PrivateMethodTestCases.class))
        .failsAContainerWith()
        .contains("PrivateMethodTestCases.ships, but it belongs on a class");
  }

  @StateMachineTest("order.asl.json")
  static class PrivateMethodTestCases {
    @StateMachineTest("order.asl.json")
    @SuppressWarnings("unused")
    private void ships() {}

    @Test
    void another() {}
  }
}
