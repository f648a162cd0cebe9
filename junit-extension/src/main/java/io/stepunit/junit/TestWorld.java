package io.stepunit.junit;

import io.stepunit.Interleaving;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskHandler;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.LoadedMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.fault.FaultDeclaration;
import io.stepunit.mock.MockDeclaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What one test has: its environment and the machines in it. Used by the thread of the test only.
 */
final class TestWorld {
  private static final String KEY = "world";

  private final Settings settings;
  private final StepFunctionsEnvironment environment;
  private final TestStateMachine machine;
  private final Map<Key, TestStateMachine> machines = new HashMap<>();
  private final Set<MockDeclaration> madeBefore =
      Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<FaultDeclaration> declaredBefore =
      Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<BoundMock> boundMocks = new ArrayList<>();
  private final List<BoundMock> mocksOfParameters = new ArrayList<>();
  private boolean hasMockFields;
  private boolean methodHasBegun;
  private Optional<String> generatedName = Optional.empty();
  private volatile boolean handedOut;
  private volatile boolean dynamicTestFailed;

  private TestWorld(Settings settings, Optional<Interleaving> order, ExtensionContext context) {
    this.settings = settings;
    this.environment = settings.newEnvironment(order);
    order.ifPresent(one -> markGenerated("order " + one.name()));
    this.machine = machine(context, settings.source(), "", settings.type(), settings.origin());
  }

  /**
   * Makes the world of a test, and keeps it as long as the test's context lives.
   *
   * @param order the order of what may happen in any, for a test that runs in many
   */
  static TestWorld create(
      Settings settings, Optional<Interleaving> order, ExtensionContext context) {
    TestWorld world = new TestWorld(settings, order, context);
    Stores.of(context).put(KEY, world);
    return world;
  }

  /** The world of the test that a context belongs to; null outside of a test. */
  static @Nullable TestWorld of(ExtensionContext context) {
    return Stores.of(context).get(KEY, TestWorld.class);
  }

  Settings settings() {
    return settings;
  }

  StepFunctionsEnvironment environment() {
    return environment;
  }

  /** The machine of the class. */
  TestStateMachine machine() {
    return machine;
  }

  /** A further machine, registered when it is first asked for. */
  TestStateMachine machine(ExtensionContext context, StateMachine annotation, String where) {
    Source source = annotation.value().isEmpty() ? settings.source() : Source.of(annotation);
    String origin = "@StateMachine(\"%s\") on %s".formatted(source.resource(), where);
    return machine(
        context, source, annotation.name(), Settings.type(annotation.type(), origin), origin);
  }

  private TestStateMachine machine(
      ExtensionContext context,
      Source source,
      String givenName,
      Optional<WorkflowType> type,
      String origin) {
    LoadedMachine loaded = Definitions.load(context, source, settings.requestValidation(), origin);
    String name = givenName.isEmpty() ? loaded.name() : givenName;
    Key key = new Key(source, name);
    TestStateMachine known = machines.get(key);
    if (known != null) {
      requireType(known, type, origin);
      return known;
    }
    TestStateMachine made =
        environment.register(
            name, loaded.definition(), type.or(loaded::type).orElse(WorkflowType.STANDARD));
    machines.put(key, made);
    return made;
  }

  private static void requireType(
      TestStateMachine known, Optional<WorkflowType> type, String origin) {
    if (type.isPresent() && type.get() != known.type()) {
      throw new ExtensionConfigurationException(
          "%s sets the type %s, but the machine '%s' is registered in this test as %s. Give one of"
                  .formatted(origin, type.get(), known.name(), known.type())
              + " the two another name.");
    }
  }

  /**
   * Makes a Mockito mock for a Task of the machine of the class.
   *
   * @param place the field or parameter, for messages
   * @param name what the test calls the mock
   */
  TaskHandler bind(MockTask annotation, String place, String name) {
    BoundMock bound = BoundMock.bind(annotation, place, name, machine);
    (methodHasBegun ? mocksOfParameters : boundMocks).add(bound);
    return bound.mock();
  }

  /** The Mockito mocks that the test method took and stubbed, and that no Task called. */
  List<BoundMock> mocksStubbedInVain() {
    return mocksOfParameters.stream().filter(BoundMock::isStubbedInVain).toList();
  }

  /** Whether the fields of Mockito mocks are still to be filled, which is then done. */
  boolean takesMockFields() {
    boolean first = !hasMockFields;
    hasMockFields = true;
    return first;
  }

  /**
   * The test is one of many that were generated from one method: what one of them does not use,
   * another may.
   *
   * @param name tells this one from the others
   */
  void markGenerated(String name) {
    generatedName = Optional.of(name);
  }

  /** What tells a generated test from the others of its method; empty for other tests. */
  Optional<String> generatedName() {
    return generatedName;
  }

  /** Returns whether unused mocks and faults that never fire are accepted. */
  boolean acceptsUnused() {
    return generatedName.isPresent() || settings.lenient();
  }

  /**
   * From here on mocks are made and faults declared by the test method; those so far are shared by
   * the class.
   */
  void testMethodBegins() {
    methodHasBegun = true;
    madeBefore.addAll(environment.mocks());
    declaredBefore.addAll(environment.faults());
  }

  /** The faults that the test method declared. */
  List<FaultDeclaration> faultsOfTheMethod() {
    return environment.faults().stream().filter(fault -> !declaredBefore.contains(fault)).toList();
  }

  /**
   * The faults that each test of the class declares, and whether they fired in this one. Those that
   * may stay unfired are left out.
   */
  Map<String, Boolean> faultsOfTheClass() {
    Map<String, Boolean> fired = new LinkedHashMap<>();
    environment.faults().stream()
        .filter(declaredBefore::contains)
        .filter(fault -> !fault.lenient() && !fault.isProbabilistic() && !acceptsUnused())
        .forEach(fault -> fired.merge(fault.toString(), fault.fired() > 0, Boolean::logicalOr));
    return fired;
  }

  /** The mocks that the test method made. */
  List<MockDeclaration> mocksOfTheMethod() {
    return environment.mocks().stream().filter(mock -> !madeBefore.contains(mock)).toList();
  }

  /**
   * The mocks that each test of the class makes, and whether this one used them. The texts are the
   * same for each test. Those that may stay unused are left out unless they were used.
   */
  Map<String, Boolean> mocksOfTheClass() {
    Map<String, Boolean> used = new LinkedHashMap<>();
    environment.mocks().stream()
        .filter(madeBefore::contains)
        .filter(mock -> mock.used() || !mock.lenient())
        .forEach(mock -> used.merge(mock.toString(), mock.used(), Boolean::logicalOr));
    boundMocks.forEach(mock -> used.put(mock.toString(), mock.used()));
    if (acceptsUnused()) {
      used.values().removeIf(isUsed -> !isUsed);
    }
    return used;
  }

  /** Takes note that the test has got something of this world. */
  void handOut() {
    handedOut = true;
  }

  boolean isHandedOut() {
    return handedOut;
  }

  /** JUnit does not tell the test factory's context of it. */
  void dynamicTestFailed() {
    dynamicTestFailed = true;
  }

  boolean hasFailedDynamicTest() {
    return dynamicTestFailed;
  }

  private record Key(Source source, String name) {}
}
