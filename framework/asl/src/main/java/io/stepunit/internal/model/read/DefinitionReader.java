package io.stepunit.internal.model.read;

import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.Rule;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.TemplateResources;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a definition that has been parsed. */
public final class DefinitionReader {
  private DefinitionReader() {}

  /**
   * Reads a machine.
   *
   * @param root the definition
   * @param template what its template deploys beside the machine
   * @param diagnostics takes note of the problems
   * @throws InvalidDefinitionException if it is no object
   */
  public static ReadDefinition read(
      LocatedNode root, TemplateResources template, Diagnostics diagnostics) {
    requireObject(root, diagnostics);
    return read(root, new ReadContext(diagnostics, template), ReadContext::checkScopes);
  }

  /**
   * Reads the definition of one state alone, as the service's TestState takes it: a machine of this
   * one state, whose transitions may lead anywhere.
   *
   * @param name the name that the state is given
   * @param state the state's definition
   * @param diagnostics takes note of the problems, with pointers as in a machine: {@code
   *     /States/NAME/Resource}
   * @throws InvalidDefinitionException if it is no object
   */
  public static ReadDefinition readState(String name, LocatedNode state, Diagnostics diagnostics) {
    requireObject(state, diagnostics);
    NodePosition root = state.position();
    NodePosition states = root.below(root, "States");
    LocatedNode machine =
        LocatedNode.object(
            root,
            Map.of(
                "StartAt",
                LocatedNode.scalar(Json.NODES.textNode(name), root.below(root, "StartAt")),
                "States",
                LocatedNode.object(states, Map.of(name, state.below(states, name)))));
    return read(
        machine,
        new ReadContext(diagnostics, TemplateResources.NONE),
        ReadContext::checkNestedTransitions);
  }

  private static void requireObject(LocatedNode root, Diagnostics diagnostics) {
    if (!root.value().isObject()) {
      diagnostics.report(
          Rule.NO_DEFINITION,
          "Definition must be a valid JSON object",
          root.location(),
          FoundValue.of(root));
      diagnostics.throwIfAny();
    }
  }

  private static ReadDefinition read(
      LocatedNode root, ReadContext context, Consumer<ReadContext> checkScopes) {
    Fields given =
        new Fields(root, "a state machine", context.open(Map.of(), null, false), context);
    context.machineLanguage(new LanguageField(given).ofMachine());
    Fields fields = given.in(context.machineLanguage());
    fields.text("Version");
    StateGraph graph = GraphReader.read(fields);
    Optional<String> comment = fields.text("Comment");
    Optional<Duration> timeout =
        fields.integer("TimeoutSeconds", 1, SettingFields.MAX_SECONDS).map(Duration::ofSeconds);
    fields.done();
    checkScopes.accept(context);
    return new ReadDefinition(
        root, graph, comment, timeout, context.variableReferences(), context.scopesRead());
  }
}
