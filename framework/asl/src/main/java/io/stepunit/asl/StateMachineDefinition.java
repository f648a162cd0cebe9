package io.stepunit.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A loaded and validated state machine definition, which is immutable.
 *
 * <p>StepUnit makes it; nobody else implements it. See "Amazon States Language" in the AWS Step
 * Functions developer guide.
 *
 * <pre>{@code
 * StateMachineDefinition order = DefinitionLoader.fromFile(Path.of("order.asl.json"));
 * assertThat(order.stateNames()).contains("Charge");
 * }</pre>
 *
 * @since 0.1.0
 */
public interface StateMachineDefinition {
  /** The {@code Comment} field. */
  Optional<String> comment();

  /** The machine's {@code TimeoutSeconds}. */
  Optional<Duration> timeout();

  /** The location of the definition. */
  SourceLocation location();

  /** Returns a copy of the whole definition as JSON. */
  JsonNode source();

  /** What AWS accepts but is probably a mistake, in the order of the file. */
  List<Diagnostic> warnings();

  /** The names of all states, those in Parallel and Map states too, in the order of the file. */
  List<String> stateNames();

  /**
   * The workflow variables that each state reads, by the state's name and in the order of the file,
   * as {@code DescribeStateMachine} returns them; states that read none are absent.
   */
  SortedMap<String, List<String>> variableReferences();

  /**
   * A picture of the machine as an SVG document, light or dark as the reader's system is. Its title
   * is the name of the file, or of the machine in a template, and the {@code Comment} field.
   *
   * <pre>{@code
   * Files.writeString(Path.of("order.svg"), order.toSvg());
   * }</pre>
   *
   * @throws UnsupportedOperationException if the jar {@code stepunit-report} is not there
   */
  String toSvg();

  /** The machine as a flow chart in Mermaid's language, for a page in Markdown. */
  String toMermaid();

  /** The problems that prevent its use as a machine of this type; empty if there are none. */
  List<Diagnostic> problemsAs(WorkflowType type);
}
