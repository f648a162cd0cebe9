package io.stepunit.internal.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.internal.model.CompiledDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that tests can reach of a definition, in its order.
 *
 * <pre>{@code
 * CoveragePoints.of(definition).find("/States/Charge/Catch/0")
 * }</pre>
 */
public final class CoveragePoints {
  private final Map<String, CoveragePoint> points;

  private CoveragePoints(List<CoveragePoint> points) {
    this.points = new LinkedHashMap<>();
    points.forEach(point -> this.points.put(point.key(), point));
  }

  /** The points of a definition. */
  public static CoveragePoints of(StateMachineDefinition definition) {
    return of(CompiledDefinition.of(definition).source());
  }

  /**
   * The points of a definition.
   *
   * @param asl the whole definition, which was valid when it was loaded
   */
  public static CoveragePoints of(JsonNode asl) {
    return new CoveragePoints(ReachableStates.mark(PointReader.read(asl), asl));
  }

  /** All of them, those that cannot be reached too. */
  public List<CoveragePoint> all() {
    return List.copyOf(points.values());
  }

  /** The point of a key. */
  public Optional<CoveragePoint> find(String key) {
    return Optional.ofNullable(points.get(key));
  }
}
