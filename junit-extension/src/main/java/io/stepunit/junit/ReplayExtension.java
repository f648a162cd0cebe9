package io.stepunit.junit;

import io.stepunit.Recording;
import io.stepunit.junit.ReplayTest.OnDifference;
import io.stepunit.junit.ResourceSearch.Kind;
import io.stepunit.recording.RecordingException;
import io.stepunit.recording.Replay;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Runs the recording of a {@link ReplayTest} before its method. */
final class ReplayExtension implements BeforeTestExecutionCallback, ParameterResolver {
  static final String ON_DIFFERENCE = "stepunit.replay.onDifference";

  private static final String ADVICE =
      "If the definition was changed on purpose, let the method take a Replay and make your own assertions,"
          + " or export an execution of the new definition.";

  /**
   * What a test replays; empty for a test that is no {@link ReplayTest}.
   *
   * @throws ExtensionConfigurationException if the file is missing or holds no history
   */
  static Optional<Recording> recordingOf(ExtensionContext test) {
    return MethodAnnotations.of(test).replay().map(annotation -> read(test, annotation));
  }

  private static Recording read(ExtensionContext test, ReplayTest annotation) {
    String origin = origin(test, annotation);
    URL place =
        ResourceSearch.find(
            Kind.RECORDING, annotation.value(), test.getRequiredTestClass(), origin);
    try {
      return Recording.ofHistory(annotation.value(), ResourceSearch.read(Kind.RECORDING, place));
    } catch (RecordingException e) {
      throw new ExtensionConfigurationException(
          "%s cannot be replayed. %s".formatted(origin, e.getMessage()), e);
    }
  }

  private static String origin(ExtensionContext test, ReplayTest annotation) {
    Method method = test.getRequiredTestMethod();
    return "@ReplayTest(\"%s\") on %s.%s"
        .formatted(annotation.value(), method.getDeclaringClass().getName(), method.getName());
  }

  @Override
  public void beforeTestExecution(ExtensionContext test) {
    Optional<ReplayTest> annotation = MethodAnnotations.of(test).replay();
    if (annotation.isEmpty()) {
      return;
    }
    TestWorld world = TestWorld.of(test);
    if (world == null) {
      throw new ExtensionConfigurationException(
          origin(test, annotation.get())
              + " has no state machine to run. Put @StateMachineTest(\"order.asl.json\") on the"
              + " class, or give it a StateMachineExtension.");
    }
    Replay replay = world.settings().recording().orElseThrow().replay(world.machine());
    Stores.of(test).put(Replay.class, replay);
    if (!replay.comparison().isSame()) {
      tell(test, annotation.get(), replay);
    }
  }

  private static OnDifference onDifference(ExtensionContext test, ReplayTest annotation) {
    if (annotation.onDifference() != OnDifference.UNSET) {
      return annotation.onDifference();
    }
    Optional<String> configured = test.getConfigurationParameter(ON_DIFFERENCE);
    if (configured.isPresent()) {
      return switch (configured.get()) {
        case "fail" -> OnDifference.FAIL;
        case "report" -> OnDifference.REPORT;
        default ->
            throw new ExtensionConfigurationException(
                "The configuration parameter %s is \"%s\"; expected fail or report."
                    .formatted(ON_DIFFERENCE, configured.get()));
      };
    }
    boolean asserts =
        List.of(test.getRequiredTestMethod().getParameterTypes()).contains(Replay.class);
    return asserts ? OnDifference.REPORT : OnDifference.FAIL;
  }

  private static void tell(ExtensionContext test, ReplayTest annotation, Replay replay) {
    String report = annotation.value() + ": " + replay.comparison().report();
    if (onDifference(test, annotation) == OnDifference.FAIL) {
      throw new AssertionError(report + ADVICE);
    }
    Method method = test.getRequiredTestMethod();
    System.out.println(
        test.getRequiredTestClass().getSimpleName() + " > " + method.getName() + "\n" + report);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Replay.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Replay replay = Stores.of(test).get(Replay.class, Replay.class);
    if (replay == null) {
      throw new ParameterResolutionException(
          "%s takes a Replay, which only the method of a @ReplayTest can take."
              .formatted(parameter.getDeclaringExecutable()));
    }
    return replay;
  }
}
