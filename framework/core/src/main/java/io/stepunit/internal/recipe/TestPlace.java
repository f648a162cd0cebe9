package io.stepunit.internal.recipe;

import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.target.JavaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a test class is called, and where its machine comes from.
 *
 * @param packageName its package, {@code ""} for none
 * @param className its name
 * @param machine the machine's name
 * @param file what the annotation names: a file below the working directory or on the class path
 * @param id which machine of a template
 * @param values the values of placeholders
 * @param type the machine's type, where the test says it
 */
public record TestPlace(
    String packageName,
    String className,
    String machine,
    String file,
    Optional<String> id,
    Map<String, String> values,
    Optional<WorkflowType> type) {

  /** The name of a test class for a machine: {@code order-saga} gives OrderSagaTest. */
  public static String className(String machine) {
    String variable = JavaText.variable(machine);
    return variable.substring(0, 1).toUpperCase(Locale.ROOT) + variable.substring(1) + "Test";
  }

  String annotation() {
    List<String> members = new ArrayList<>();
    id.ifPresent(name -> members.add("id = " + JavaText.literal(name)));
    if (!values.isEmpty()) {
      List<String> pairs = new ArrayList<>();
      new TreeMap<>(values)
          .forEach((name, value) -> pairs.add(JavaText.literal(name + "=" + value)));
      members.add(
          "values = " + (pairs.size() == 1 ? pairs.get(0) : "{" + String.join(", ", pairs) + "}"));
    }
    type.ifPresent(known -> members.add("type = WorkflowType." + known));
    String literal = JavaText.literal(file);
    return members.isEmpty()
        ? "@StateMachineTest(" + literal + ")"
        : "@StateMachineTest(value = " + literal + ", " + String.join(", ", members) + ")";
  }
}
