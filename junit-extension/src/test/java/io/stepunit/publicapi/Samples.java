package io.stepunit.publicapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepunit.BillingDetails;
import io.stepunit.ClientTime;
import io.stepunit.EnvironmentBuilder;
import io.stepunit.Fault;
import io.stepunit.Interleaving;
import io.stepunit.JacksonCodec;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskFailure;
import io.stepunit.TaskReply;
import io.stepunit.asl.ValidationSettings;
import io.stepunit.asl.WorkflowType;
import io.stepunit.assertj.StepUnitAssertions;
import io.stepunit.assertj.StepUnitSoftAssertions;
import io.stepunit.junit.StateMachineExtension;
import io.stepunit.load.DefinitionLoader;
import io.stepunit.load.DefinitionSource;
import io.stepunit.mock.MockConfigFile;
import io.stepunit.property.Property;
import io.stepunit.property.PropertyOptions;
import io.stepunit.recording.Masking;
import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** An object of each type that users hold or hand in. */
final class Samples {
  private static final Map<Class<?>, Object> VALUES = values();
  private static final Map<Class<?>, Function<World, Object>> HELD = held();

  private Samples() {}

  private static Map<Class<?>, Object> values() {
    Map<Class<?>, Object> all = new HashMap<>();
    all.put(String.class, "P");
    all.put(Object.class, "{}");
    all.put(JsonNode.class, World.json());
    all.put(ObjectMapper.class, new ObjectMapper());
    all.put(Duration.class, Duration.ofSeconds(1));
    all.put(Instant.class, Instant.parse("2026-02-01T00:00:00Z"));
    all.put(Path.class, Path.of("sample.json"));
    all.put(URL.class, url());
    all.put(ClassLoader.class, Samples.class.getClassLoader());
    all.put(Class.class, String.class);
    all.put(Type.class, String.class);
    all.put(List.class, List.of());
    all.put(Set.class, Set.of());
    all.put(Map.class, Map.of());
    all.put(SortedMap.class, new TreeMap<>());
    all.put(SortedSet.class, new TreeSet<>());
    all.put(Optional.class, Optional.empty());
    all.put(OptionalLong.class, OptionalLong.empty());
    all.put(int.class, 1);
    all.put(long.class, 1L);
    all.put(double.class, 1.0);
    all.put(boolean.class, true);
    all.put(Integer.class, 1);
    all.put(Long.class, 1L);
    return all;
  }

  private static URL url() {
    try {
      return URI.create("file:/sample.json").toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<Class<?>, Function<World, Object>> held() {
    List<Function<World, Object>> all =
        List.of(
            w -> w.environment,
            w -> w.environment.metrics(),
            w -> w.environment.effects(),
            w -> w.order,
            w -> w.order.from("Charge"),
            w -> w.execution,
            w -> w.execution.timeline(),
            w -> w.mapRun(),
            w -> w.running,
            w -> w.sync,
            w -> w.tester,
            w -> w.result,
            w -> w.duplicate,
            w -> w.recording,
            w -> w.replay,
            w -> w.replay.comparison(),
            w -> w.replays,
            w -> w.report,
            w -> Masking.nothing(),
            w -> w.activity,
            w -> w.task,
            w -> w.token(),
            w -> w.outbox,
            w -> w.message(),
            w -> w.statusEvent(),
            w -> w.environment.metrics().data().get(0),
            w -> w.attempt(),
            w -> StepFunctionsEnvironment.builder(),
            w -> Interleaving.ofSeed(1),
            w -> new JacksonCodec(),
            w -> new BillingDetails(Duration.ZERO, 64),
            w -> new TaskFailure("E"),
            w -> TaskReply.succeeds(World.json()),
            w -> TaskReply.fails("E", "c"),
            w -> TaskReply.silence(),
            w -> DefinitionLoader.projectSettings(),
            w -> DefinitionSource.text("pass", World.PASS),
            w -> DefinitionSource.text("pass", World.PASS).load(),
            w -> MockConfigFile.parse("m.json", World.CONFIGURATION),
            w -> MockConfigFile.parse("m.json", World.CONFIGURATION).testCases().get(0),
            w -> Property.atMostOnce("Charge"),
            w -> Property.after("Charge"),
            w -> Property.never("Charge"),
            w -> PropertyOptions.STANDARD,
            w -> StateMachineExtension.load("pass.asl.json"),
            w -> new StepUnitSoftAssertions(),
            w -> StepUnitAssertions.assertThat(w.execution),
            w -> StepUnitAssertions.assertThat(w.mapRun()),
            w -> StepUnitAssertions.assertThat(w.result),
            w -> StepUnitAssertions.assertThat(w.visit()),
            w -> StepUnitAssertions.assertThat(w.environment.effects()));
    Map<Class<?>, Function<World, Object>> byType = new HashMap<>();
    World world = new World();
    all.forEach(sample -> byType.put(sample.apply(world).getClass(), sample));
    return byType;
  }

  /** An object to call methods of a public type on; empty for types that only users implement. */
  static Optional<Object> held(Class<?> type, World world) {
    Optional<Object> handle = ofInterface(type, world);
    return handle.isPresent()
        ? handle
        : HELD.entrySet().stream()
            .filter(entry -> type.isAssignableFrom(entry.getKey()))
            .findFirst()
            .map(entry -> entry.getValue().apply(world));
  }

  private static Optional<Object> ofInterface(Class<?> type, World world) {
    return Optional.ofNullable(
        switch (type.getSimpleName()) {
          case "StepFunctionsApi" -> world.api();
          case "StateMachineDefinition" -> world.definition();
          case "Bucket" -> world.bucket;
          case "StoredObject" -> world.object();
          case "Table" -> world.table;
          case "TableIndex" -> world.table.index("byDeep");
          case "Item" -> world.item();
          case "ClientTime" -> ClientTime.onPoll();
          case "TaskEffect" -> world.effect();
          case "Call" -> world.call();
          case "StateVisit" -> world.visit();
          case "PathCase" -> world.path();
          case "HistoryEvent" -> world.event();
          case "Mocks" -> world.order.mocks();
          case "TaskMock" -> world.order.mock("Send");
          case "LambdaMock" -> world.order.lambda("f");
          case "HttpMock" -> world.http.http("Get");
          case "AnswerSequence" -> world.order.mock("Send").returns("{\"MessageId\": \"m\"}");
          case "Callback" -> world.waiting.mock("Wait").isCalledBackAfter(Duration.ofSeconds(1));
          case "Faults" -> world.order.faults();
          case "FaultTarget" -> world.order.faults().on("Charge");
          case "FaultRule" -> world.order.faults().on("Charge").fails("E");
          default -> null;
        });
  }

  /** An argument of a type. */
  static Object argument(Class<?> type, World world) {
    Object value = VALUES.get(type);
    if (value != null) {
      return value;
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isArray()) {
      return Array.newInstance(type.getComponentType(), 0);
    }
    if (type == EnvironmentBuilder.class || type == ValidationSettings.class) {
      return held(type, world).orElseThrow();
    }
    if (type == WorkflowType.class || type == Fault.class) {
      return held(type, world).orElse(null);
    }
    return held(type, world).orElseGet(() -> proxy(type));
  }

  private static Object proxy(Class<?> type) {
    return type.isInterface()
        ? Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null)
        : null;
  }
}
