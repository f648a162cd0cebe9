package io.stepunit.maven;

import io.stepunit.internal.report.gate.Thresholds;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * What the goal {@code check} asks of one definition in place of its general thresholds.
 *
 * @since 0.1.0
 */
public final class DefinitionThresholds {
  /** What the report calls the definition, its file, or a pattern of files. */
  @Parameter(required = true)
  private String name = "";

  /** Percentages by kind, as in the goal's own thresholds. */
  @Parameter private Map<String, String> thresholds = new LinkedHashMap<>();

  String name() {
    return name;
  }

  Thresholds thresholds() {
    return Thresholds.of(thresholds);
  }
}
