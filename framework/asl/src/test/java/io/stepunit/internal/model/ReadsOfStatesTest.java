package io.stepunit.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.Compiled;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ReadPaths;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.expression.choice.Condition;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever adds a field to a state adds what it reads, or one of these tests names the field. */
class ReadsOfStatesTest {
  private static final StateGraph JSONPATH = load("every-jsonpath-field.asl.json");
  private static final StateGraph JSONATA = load("every-jsonata-field.asl.json");

  private static final Set<String> HOLDERS =
      Stream.of(
              Expr.class,
              Setting.class,
              Assign.class,
              Distributed.class,
              ItemReader.class,
              ItemBatcher.class,
              ResultWriter.class)
          .map(Class::getName)
          .collect(Collectors.toSet());

  private static StateGraph load(String name) {
    return Compiled.fromResource(name, ReadsOfStatesTest.class.getClassLoader()).graph();
  }

  static Stream<State> states() {
    return Stream.concat(JSONPATH.all(), JSONATA.all());
  }

  @ParameterizedTest
  @MethodSource("states")
  void reads_of_states_are_those_of_all_expressions_in_its_fields(State state) {
    Set<String> told = state.reads().map(ReadPaths::text).collect(Collectors.toSet());

    assertThat(readBelow(state)).isSubsetOf(told);
  }

  /** So that the test above sees each of them. */
  @Test
  void
      reads_of_states_have_every_field_that_can_hold_an_expression_in_the_definitions_of_this_test() {
    Set<String> possible = new TreeSet<>();
    Set<String> given = new TreeSet<>();
    states().forEach(state -> collect(state, possible, given));

    assertThat(given).isEqualTo(possible);
  }

  @Test
  void reads_of_states_have_the_kind_that_the_field_needs() {
    Map<String, ValueKind> kinds =
        JSONPATH
            .all()
            .flatMap(State::reads)
            .collect(Collectors.toMap(ReadPaths::text, Read::kind, (first, second) -> first));

    assertThat(kinds)
        .containsEntry("INPUT.timeout", ValueKind.NUMBER)
        .containsEntry("INPUT.timestamp", ValueKind.TIMESTAMP)
        .containsEntry("INPUT.items", ValueKind.ARRAY)
        .containsEntry("INPUT.error", ValueKind.TEXT);
  }

  private static Set<String> readBelow(Object node) {
    Set<String> paths = new TreeSet<>();
    if (node instanceof Expr expr) {
      expr.reads(ValueKind.ANY).map(ReadPaths::text).forEach(paths::add);
    } else if (node instanceof Condition condition) {
      condition.reads().map(ReadPaths::text).forEach(paths::add);
    } else {
      parts(node).forEach(part -> paths.addAll(readBelow(part)));
    }
    return paths;
  }

  /** What a value consists of; the states inside of a state are on their own. */
  private static List<Object> parts(Object node) {
    if (node instanceof StateGraph) {
      return List.of();
    }
    if (node instanceof Optional<?> optional) {
      return optional.<List<Object>>map(List::of).orElse(List.of());
    }
    if (node instanceof Collection<?> several) {
      return List.copyOf(several);
    }
    if (node instanceof Map<?, ?> map) {
      return List.copyOf(map.values());
    }
    return node instanceof Record
        ? Arrays.stream(node.getClass().getRecordComponents())
            .map(component -> value(component, node))
            .toList()
        : List.of();
  }

  private static void collect(Object node, Set<String> possible, Set<String> given) {
    if (node instanceof Record && !(node instanceof Expr) && !(node instanceof StateGraph)) {
      for (RecordComponent component : node.getClass().getRecordComponents()) {
        if (component.getType() == Optional.class && holdsExpression(component)) {
          String name = node.getClass().getSimpleName() + "." + component.getName();
          possible.add(name);
          if (!parts(value(component, node)).isEmpty()) {
            given.add(name);
          }
        }
      }
    }
    if (!(node instanceof Expr)) {
      parts(node).forEach(part -> collect(part, possible, given));
    }
  }

  private static boolean holdsExpression(RecordComponent component) {
    String type = component.getGenericType().getTypeName();
    return HOLDERS.contains(type.replaceFirst("^[^<]*<([^<>]*).*$", "$1"));
  }

  private static Object value(RecordComponent component, Object owner) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new LinkageError(component.toString(), e);
    }
  }
}
