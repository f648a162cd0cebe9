package io.stepunit.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.stepunit.TestStateMachine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@ResourceLock(Resources.SYSTEM_OUT)
class MissingAnnotationListenerTest {
  static class BareTestCases {
    @Test
    void one(TestStateMachine order) {}

    @Test
    void other(TestStateMachine order) {}
  }

  static class OtherTestCases {
    @Test
    void one(Path path) {}
  }

  @Test
  void a_class_that_names_no_machine_is_told_once_how_to_do_it() {
    assertThat(printedBy(BareTestCases.class))
        .isEqualToNormalizingNewlines(
            "StepUnit: "
                + BareTestCases.class.getName()
                + " takes a state machine as a parameter, but says of which definition nowhere."
                + " Put @StateMachineTest(\"order.asl.json\") on the class.\n");
  }

  @Test
  void a_parameter_of_others_is_none_of_our_business() {
    assertThat(printedBy(OtherTestCases.class)).isEmpty();
  }

  private static String printedBy(Class<?> type) {
    LauncherConfig config =
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestExecutionListeners(new MissingAnnotationListener())
            .build();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      LauncherFactory.create(config)
          .execute(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(type)).build());
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
