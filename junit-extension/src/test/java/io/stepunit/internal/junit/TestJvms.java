package io.stepunit.internal.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Test JVMs of one build, as Surefire starts them. */
final class TestJvms {
  private TestJvms() {}

  /**
   * Starts a JVM that runs a class.
   *
   * @param directory its working directory
   */
  static Process start(Path directory, Class<?> testClass) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dsurefire.test.class.path=as-a-fork-of-surefire");
    command.add("-Dstepunit.report=" + directory.resolve("stepunit"));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(TestJvms.class.getName());
    command.add(testClass.getName());
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve(testClass.getSimpleName() + ".txt").toFile())
        .start();
  }

  static void awaitEnd(Process process) throws InterruptedException {
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("The JVM did not end.");
    }
  }

  /** Runs the named class. */
  public static void main(String[] classes) throws ClassNotFoundException {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Class.forName(classes[0])))
                .configurationParameter(
                    PlanRecording.PARAMETER, System.getProperty(PlanRecording.PARAMETER))
                .build());
  }

  private static void runAMachine() {
    TestStateMachine machine =
        StepFunctionsEnvironment.create()
            .define(
                "pass",
                "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Pass\", \"End\": true}}}");
    machine.run("{}");
  }

  static final class One {
    @Test
    void runs() {
      runAMachine();
    }
  }

  static final class Other {
    @Test
    void runs_too() {
      runAMachine();
    }
  }

  @TestMethodOrder(MethodOrderer.MethodName.class)
  static final class Killed {
    @Test
    void a_test_that_ends() {
      runAMachine();
    }

    @Test
    void b_is_killed() {
      runAMachine();
      Runtime.getRuntime().halt(1);
    }
  }
}
