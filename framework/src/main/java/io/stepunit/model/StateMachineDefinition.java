package io.stepunit.model;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A loaded state machine: immutable, its expressions compiled, each node knowing where it stands.
 *
 * @param graph the machine's states
 * @param comment the {@code Comment} field
 * @param timeout the machine's {@code TimeoutSeconds}
 * @param location the definition's root
 * @param variableReferences the workflow variables that each state reads, by the state's name, as
 *     {@code DescribeStateMachine} tells them; states that read none are absent
 */
public record StateMachineDefinition(
    StateGraph graph,
    Optional<String> comment,
    Optional<Duration> timeout,
    SourceLocation location,
    SortedMap<String, SortedSet<String>> variableReferences) {

  /**
   * Reads a definition that has been parsed.
   *
   * @param root the definition
   * @param diagnostics the problems found while parsing; those of reading are added
   * @throws InvalidDefinitionException if there is any problem; it names them all
   * @throws UnsupportedFeatureException if the definition uses what this version cannot run
   */
  public static StateMachineDefinition read(LocatedNode root, Diagnostics diagnostics) {
    if (!root.value().isObject()) {
      diagnostics.error(
          DiagnosticCode.SCHEMA_VALIDATION_FAILED,
          "Definition must be a valid JSON object",
          root.location(),
          Fields.found(root.value()));
      diagnostics.throwIfAny();
    }
    Reading reading = new Reading(diagnostics);
    Fields given = new Fields(root, "a state machine", reading.open(Map.of()), reading);
    reading.machineLanguage(Language.ofMachine(given));
    Fields fields = given.in(reading.machineLanguage());
    fields.text("Version");
    StateMachineDefinition definition =
        new StateMachineDefinition(
            StateGraph.read(fields),
            fields.text("Comment"),
            fields.integer("TimeoutSeconds", 1, Settings.MAX_SECONDS).map(Duration::ofSeconds),
            root.location(),
            Collections.unmodifiableSortedMap(reading.variableReferences()));
    fields.done();
    reading.checkTransitions();
    diagnostics.throwIfAny();
    return definition;
  }
}
