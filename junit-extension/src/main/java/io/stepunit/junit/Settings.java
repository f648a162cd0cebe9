package io.stepunit.junit;

import io.stepunit.EnvironmentBuilder;
import io.stepunit.Interleaving;
import io.stepunit.MockValidation;
import io.stepunit.Recording;
import io.stepunit.ServiceLimit;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.asl.RequestValidation;
import io.stepunit.asl.WorkflowType;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a test's environment is to be like.
 *
 * @param source the definition
 * @param origin where it was asked for, for messages
 * @param type the type of the machine; empty where nothing was said of it
 * @param withoutLimits the limits of the service that are lifted
 * @param recording what the test replays: it decides of time, account and region, and unused mocks
 *     do not count
 */
record Settings(
    Source source,
    String origin,
    Optional<Instant> startTime,
    Optional<Long> seed,
    boolean lenient,
    Optional<MockValidation> mockValidation,
    Optional<RequestValidation> requestValidation,
    Optional<Duration> userCodeLimit,
    Optional<WorkflowType> type,
    List<ServiceLimit> withoutLimits,
    Optional<Recording> recording) {

  static final String SEED = "stepunit.seed";
  static final String START_TIME = "stepunit.startTime";
  static final String LENIENT = "stepunit.lenient";
  static final String MOCK_VALIDATION = "stepunit.mockValidation";
  static final String REQUEST_VALIDATION = "stepunit.requestValidation";
  static final String USER_CODE_LIMIT = "stepunit.userCodeLimit";

  static Settings of(StateMachineTest annotation, Class<?> on) {
    String origin = "@StateMachineTest(\"%s\") on %s".formatted(annotation.value(), on.getName());
    Optional<Instant> startTime =
        Optional.of(annotation.startTime())
            .filter(text -> !text.isEmpty())
            .map(text -> instant(text, "startTime of " + origin));
    Optional<Long> seed =
        Optional.of(annotation.seed()).filter(value -> value != StateMachineTest.UNSET_SEED);
    return new Settings(
        Source.of(annotation),
        origin,
        startTime,
        seed,
        annotation.lenient(),
        oneMode(annotation.mockValidation(), "%s has %s mockValidations; mocks", origin),
        oneMode(annotation.requestValidation(), "%s has %s requestValidations; requests", origin),
        Optional.empty(),
        type(annotation.type(), origin),
        List.of(annotation.withoutLimits()),
        Optional.empty());
  }

  /** The type that an annotation says, if it says one. */
  static Optional<WorkflowType> type(WorkflowType[] types, String origin) {
    if (types.length > 1) {
      throw new ExtensionConfigurationException(
          "%s has %s types; a state machine has one.".formatted(origin, types.length));
    }
    return Arrays.stream(types).findFirst();
  }

  /**
   * @param what the beginning of the message
   */
  private static <E extends Enum<E>> Optional<E> oneMode(E[] modes, String what, String origin) {
    if (modes.length > 1) {
      throw new ExtensionConfigurationException(
          what.formatted(origin, modes.length) + " are checked in one mode.");
    }
    return Arrays.stream(modes).findFirst();
  }

  /** What was not said is taken from the configuration parameters. */
  Settings withDefaultsOf(ExtensionContext context) {
    return new Settings(
        source,
        origin,
        startTime.or(() -> parameter(context, START_TIME, Settings::instant)),
        seed.or(() -> parameter(context, SEED, Settings::wholeNumber)),
        lenient || parameter(context, LENIENT, Settings::trueOrFalse).orElse(false),
        mockValidation.or(
            () -> parameter(context, MOCK_VALIDATION, oneOf(MockValidation.values()))),
        requestValidation.or(
            () -> parameter(context, REQUEST_VALIDATION, oneOf(RequestValidation.values()))),
        userCodeLimit.or(() -> parameter(context, USER_CODE_LIMIT, Settings::duration)),
        type,
        withoutLimits,
        recording);
  }

  /** The settings of a test that replays a recording, or these where it replays none. */
  Settings replaying(Optional<Recording> replayed) {
    return replayed.isEmpty()
        ? this
        : new Settings(
            source,
            origin,
            Optional.empty(),
            seed,
            true,
            mockValidation,
            requestValidation,
            userCodeLimit,
            type,
            withoutLimits,
            replayed);
  }

  StepFunctionsEnvironment newEnvironment(Optional<Interleaving> order) {
    EnvironmentBuilder builder =
        recording.map(Recording::environment).orElseGet(StepFunctionsEnvironment::builder);
    order.ifPresent(builder::interleaving);
    startTime.ifPresent(builder::startTime);
    seed.ifPresent(builder::seed);
    mockValidation.ifPresent(builder::mockValidation);
    requestValidation.ifPresent(builder::requestValidation);
    userCodeLimit.ifPresent(builder::userCodeLimit);
    builder.withoutLimits(withoutLimits.toArray(ServiceLimit[]::new));
    if (lenient) {
      builder.lenient();
    }
    return builder.build();
  }

  private static <T> Optional<T> parameter(ExtensionContext context, String key, Parser<T> parser) {
    return context
        .getConfigurationParameter(key)
        .map(text -> parser.parse(text, "The configuration parameter " + key));
  }

  private static Instant instant(String text, String where) {
    return parsed(text, where, "an ISO-8601 instant such as 2026-01-01T00:00:00Z", Instant::parse);
  }

  private static Duration duration(String text, String where) {
    return parsed(text, where, "an ISO-8601 duration such as PT10S", Duration::parse);
  }

  /** Reads one of at least two constants. */
  private static <E extends Enum<E>> Parser<E> oneOf(E[] modes) {
    return (text, where) ->
        Arrays.stream(modes)
            .filter(mode -> mode.name().equals(text))
            .findFirst()
            .orElseThrow(() -> unreadable(text, where, alternatives(modes)));
  }

  private static String alternatives(Enum<?>[] modes) {
    String[] names = Arrays.stream(modes).map(Enum::name).toArray(String[]::new);
    int last = names.length - 1;
    return String.join(", ", Arrays.copyOf(names, last)) + " or " + names[last];
  }

  private static Long wholeNumber(String text, String where) {
    return parsed(text, where, "a whole number of 64 bits", Long::valueOf);
  }

  private static Boolean trueOrFalse(String text, String where) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw unreadable(text, where, "true or false");
    };
  }

  private static <T> T parsed(
      String text, String where, String expected, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (DateTimeParseException | NumberFormatException e) {
      throw unreadable(text, where, expected);
    }
  }

  private static ExtensionConfigurationException unreadable(
      String text, String where, String expected) {
    return new ExtensionConfigurationException(
        "%s is \"%s\"; expected %s.".formatted(where, text, expected));
  }

  /** Reads a text; {@code where} is named if it cannot be read. */
  private interface Parser<T> {
    T parse(String text, String where);
  }
}
