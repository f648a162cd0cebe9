package io.stepunit.junit;

import io.stepunit.MockValidation;
import io.stepunit.ServiceLimit;
import io.stepunit.asl.RequestValidation;
import io.stepunit.asl.WorkflowType;
import io.stepunit.load.DefinitionSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Builds a {@link StateMachineExtension}. What is not said here is taken from the configuration
 * parameters {@code stepunit.startTime}, {@code stepunit.seed}, {@code stepunit.lenient}, {@code
 * stepunit.mockValidation}, {@code stepunit.requestValidation} and {@code stepunit.userCodeLimit},
 * or else is the environment's own default.
 *
 * @since 0.1.0
 */
public final class StateMachineExtensionBuilder {
  private final String resource;
  private String id = "";
  private final List<String> values = new ArrayList<>();
  private Optional<Instant> startTime = Optional.empty();
  private Optional<Long> seed = Optional.empty();
  private boolean lenient;
  private Optional<MockValidation> mockValidation = Optional.empty();
  private Optional<RequestValidation> requestValidation = Optional.empty();
  private Optional<Duration> userCodeLimit = Optional.empty();
  private Optional<WorkflowType> type = Optional.empty();
  private List<ServiceLimit> withoutLimits = List.of();

  StateMachineExtensionBuilder(String resource) {
    this.resource = resource;
  }

  /** Selects a machine in a template by its logical id, key, address or construct path. */
  public StateMachineExtensionBuilder id(String machine) {
    Objects.requireNonNull(machine, "machine");
    this.id = machine;
    return this;
  }

  /** Sets the value of a placeholder in the definition; see {@link DefinitionSource#value}. */
  public StateMachineExtensionBuilder value(String placeholder, String value) {
    Objects.requireNonNull(placeholder, "placeholder");
    Objects.requireNonNull(value, "value");
    values.add(placeholder + "=" + value);
    return this;
  }

  /** Sets the virtual time at which each test begins. */
  public StateMachineExtensionBuilder startTime(Instant startTime) {
    Objects.requireNonNull(startTime, "startTime");
    this.startTime = Optional.of(startTime);
    return this;
  }

  /** Sets the seed of each test. */
  public StateMachineExtensionBuilder seed(long seed) {
    this.seed = Optional.of(seed);
    return this;
  }

  /** Accepts unused mocks. */
  public StateMachineExtensionBuilder lenient() {
    this.lenient = true;
    return this;
  }

  /** Sets how strictly mocked results are validated. */
  public StateMachineExtensionBuilder mockValidation(MockValidation mode) {
    Objects.requireNonNull(mode, "mode");
    this.mockValidation = Optional.of(mode);
    return this;
  }

  /** Sets how the requests of Tasks are checked, in all machines of the tests. */
  public StateMachineExtensionBuilder requestValidation(RequestValidation mode) {
    Objects.requireNonNull(mode, "mode");
    this.requestValidation = Optional.of(mode);
    return this;
  }

  /** Sets the real time that user code may take for one answer. */
  public StateMachineExtensionBuilder userCodeLimit(Duration limit) {
    Objects.requireNonNull(limit, "limit");
    this.userCodeLimit = Optional.of(limit);
    return this;
  }

  /**
   * Sets the type of the machine; by default that of the template, or {@link
   * WorkflowType#STANDARD}.
   */
  public StateMachineExtensionBuilder type(WorkflowType type) {
    Objects.requireNonNull(type, "type");
    this.type = Optional.of(type);
    return this;
  }

  /** Lifts service limits. */
  public StateMachineExtensionBuilder withoutLimits(ServiceLimit... lifted) {
    Objects.requireNonNull(lifted, "lifted");
    this.withoutLimits = List.of(lifted);
    return this;
  }

  /** The extension, for a {@code @RegisterExtension} field, static or not. */
  public StateMachineExtension build() {
    String origin = "StateMachineExtension.load(\"%s\")".formatted(resource);
    return new StateMachineExtension(
        new Settings(
            new Source(resource, id, List.copyOf(values)),
            origin,
            startTime,
            seed,
            lenient,
            mockValidation,
            requestValidation,
            userCodeLimit,
            type,
            withoutLimits,
            Optional.empty()));
  }
}
