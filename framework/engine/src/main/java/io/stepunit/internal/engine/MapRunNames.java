package io.stepunit.internal.engine;

import io.stepunit.internal.model.Distributed;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.text.Arn;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** How AWS names a Map Run and what its child executions run. */
final class MapRunNames {
  private MapRunNames() {}

  /**
   * The machine of the child executions: {@code NAME/LABEL}, also where the Map is within a child
   * of another, as labels are unique in a machine. AWS makes up the label of a Map without one, the
   * same for all its runs.
   */
  static SimulatedMachine childMachine(
      SimulatedMachine around, MapState map, Distributed distributed) {
    String arn = withoutLabel(around.arn());
    String label = distributed.label().orElseGet(() -> madeOf(arn + "/" + map.name()));
    return new SimulatedMachine(
        withoutLabel(around.name()) + "/" + label,
        arn + "/" + label,
        around.roleArn(),
        around.definition().ofItemProcessor(map),
        distributed.executionType());
  }

  private static String withoutLabel(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  /** The name of a child execution; like AWS's a UUID made out of another name. */
  static String childName(ChildOrigin origin) {
    return madeOf(origin.mapRunArn() + "/" + origin.around().index());
  }

  private static String madeOf(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** {@code …:mapRun:NAME/LABEL:ID}. */
  static String mapRunArn(SimulatedMachine childMachine, String id) {
    return Arn.parse(childMachine.arn()).within("mapRun", id).toString();
  }
}
