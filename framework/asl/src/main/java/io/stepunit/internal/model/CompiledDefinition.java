package io.stepunit.internal.model;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.SourceLocation;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.graph.GraphDrawers;
import io.stepunit.internal.graph.GraphMarks;
import io.stepunit.internal.graph.MachineGraph;
import io.stepunit.internal.graph.Mermaid;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.SentJson;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A loaded state machine, immutable, with compiled expressions and the location of each node.
 *
 * @param graph the machine's states
 * @param comment the {@code Comment} field
 * @param timeout the machine's {@code TimeoutSeconds}
 * @param location the definition's root
 * @param source the whole definition as JSON; it knows its text if it was written in JSON
 * @param variableReferences the workflow variables that each state reads, by the state's name, as
 *     {@code DescribeStateMachine} tells them; states that read none are absent
 * @param warnings what AWS accepts and is probably not meant, in the order of the file
 * @param origin where it comes from
 */
public record CompiledDefinition(
    StateGraph graph,
    Optional<String> comment,
    Optional<Duration> timeout,
    SourceLocation location,
    JsonNode source,
    SortedMap<String, List<String>> variableReferences,
    List<Diagnostic> warnings,
    DefinitionOrigin origin)
    implements StateMachineDefinition {

  /** A definition without warnings. */
  public CompiledDefinition(
      StateGraph graph,
      Optional<String> comment,
      Optional<Duration> timeout,
      SourceLocation location,
      JsonNode source,
      SortedMap<String, List<String>> variableReferences) {
    this(
        graph,
        comment,
        timeout,
        location,
        source,
        variableReferences,
        List.of(),
        DefinitionOrigin.UNKNOWN);
  }

  /**
   * What StepUnit made of a definition that a user holds.
   *
   * @throws IllegalArgumentException if somebody else made it
   */
  public static CompiledDefinition of(StateMachineDefinition definition) {
    if (definition instanceof CompiledDefinition compiled) {
      return compiled;
    }
    throw new IllegalArgumentException(
        "The definition is a %s, which StepUnit did not load. Load it with DefinitionLoader or DefinitionSource."
            .formatted(definition.getClass().getName()));
  }

  /** Returns a copy of the whole definition as JSON. */
  @Override
  public JsonNode source() {
    return source.deepCopy();
  }

  /** Whether another definition says the same. */
  public boolean hasSourceOf(CompiledDefinition other) {
    return source.equals(other.source);
  }

  /** The text that the definition was written as, if it was written in JSON. */
  public String sourceText() {
    return SentJson.text(source);
  }

  /** The text that the definition was written in, where that is known. */
  public Optional<DefinitionText> text() {
    return origin.text();
  }

  /** The Lambda functions that the definition's template deploys beside it. */
  public List<DeployedFunction> functions() {
    return origin.functions();
  }

  /** The same definition, of which it is known where it comes from. */
  public CompiledDefinition from(DefinitionOrigin known) {
    return new CompiledDefinition(
        graph,
        comment,
        timeout,
        location,
        known.sent().map(sent -> SentJson.of(source, sent)).orElse(source),
        variableReferences,
        warnings,
        known);
  }

  /**
   * What the child executions of a Map in distributed mode run: the states of its ItemProcessor.
   */
  public CompiledDefinition ofItemProcessor(MapState map) {
    SortedMap<String, List<String>> references = new TreeMap<>(variableReferences);
    references.keySet().retainAll(map.itemProcessor().all().map(State::name).toList());
    return new CompiledDefinition(
        map.itemProcessor(),
        Optional.empty(),
        Optional.empty(),
        map.itemProcessor().location(),
        statesOf(map.itemProcessor().location()),
        references);
  }

  /** What AWS returns of a processor: its start and its states. */
  private JsonNode statesOf(SourceLocation processor) {
    String within = processor.pointer().substring(location.pointer().length());
    JsonNode whole = source.at(within);
    ObjectNode states = Json.NODES.objectNode();
    states.set("StartAt", whole.get("StartAt"));
    states.set("States", whole.get("States"));
    return states;
  }

  /**
   * What keeps the definition from being a machine of this type, as {@code CreateStateMachine}
   * checks it: an Express workflow has no activities, no {@code .sync}, no {@code
   * .waitForTaskToken} and no Map in distributed mode. The same holds for what a Map in distributed
   * mode runs as Express child executions.
   *
   * @return the problems in the order of the definition
   */
  @Override
  public List<Diagnostic> problemsAs(WorkflowType type) {
    Objects.requireNonNull(type, "type");
    return ExpressRules.check(
        type == WorkflowType.EXPRESS
            ? graph.all()
            : ExpressRules.inExpressChildren(graph).stream());
  }

  /**
   * The state of a name, in whatever scope of the machine it is: names are unique in all of it.
   *
   * @return empty if there is none
   */
  public Optional<State> findState(String name) {
    return graph.find(name);
  }

  @Override
  public String toSvg() {
    MachineGraph machine = MachineGraph.of(source);
    return GraphDrawers.find().svg(machine, title(), new GraphMarks.None());
  }

  private String title() {
    return Stream.concat(text().map(DefinitionText::name).stream(), comment.stream())
        .collect(joining(": "));
  }

  @Override
  public String toMermaid() {
    return Mermaid.of(MachineGraph.of(source));
  }

  /** The names of all states, those inside of Parallel and Map states too. */
  @Override
  public List<String> stateNames() {
    return graph.all().map(State::name).toList();
  }
}
