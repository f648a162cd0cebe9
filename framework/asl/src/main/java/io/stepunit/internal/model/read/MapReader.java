package io.stepunit.internal.model.read;

import io.stepunit.asl.SourceLocation;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.StateInfo;
import java.util.Map;
import java.util.Optional;

/**
 * Reads Map states.
 *
 * @param fields the state's fields
 */
record MapReader(Fields fields) {
  /**
   * {@code ProcessorConfig} where it asks for distributed mode.
   *
   * @param location where it stands
   */
  record Mode(WorkflowType executionType, SourceLocation location) {}

  MapState read(StateInfo info) {
    Optional<Fields> processor = processor();
    Optional<Mode> mode = processor.flatMap(MapReader::distributedMode);
    SettingFields settings = new SettingFields(fields);
    MapState state =
        new MapState(
            info,
            fields.ofLanguage().ofMap(),
            fields.ofLanguage().items(mode.isPresent()),
            fields.ofLanguage().itemSelector(),
            processor
                .map(GraphReader::readNested)
                .orElseGet(() -> new StateGraph("", Map.of(), fields.location())),
            settings.integer("MaxConcurrency", 0, Integer.MAX_VALUE),
            settings.integer("ToleratedFailureCount", 0, Integer.MAX_VALUE),
            settings.decimal("ToleratedFailurePercentage", 0, 100),
            new DistributedReader(fields).read(mode),
            new TransitionReader(fields).errorHandlers(),
            new TransitionReader(fields).next());
    settings.refuseContext("MaxConcurrencyPath");
    settings.refuseContext("ToleratedFailureCountPath");
    settings.refuseContext("ToleratedFailurePercentagePath");
    return state;
  }

  private Optional<Fields> processor() {
    boolean any = fields.atMostOneOf("ItemProcessor", "Iterator");
    Optional<LocatedNode> iterator = fields.optional("Iterator");
    Optional<LocatedNode> processor =
        any ? fields.optional("ItemProcessor") : fields.required("ItemProcessor");
    return processor
        .map(node -> fields.of(node, "an ItemProcessor"))
        .or(() -> iterator.map(node -> fields.of(node, "an Iterator")));
  }

  /** Reads the ProcessorConfig; empty unless it asks for distributed mode. */
  private static Optional<Mode> distributedMode(Fields processor) {
    return processor
        .optional("ProcessorConfig")
        .flatMap(node -> distributedMode(processor.of(node, "a ProcessorConfig"), node));
  }

  private static Optional<Mode> distributedMode(Fields config, LocatedNode node) {
    boolean distributed =
        config.word("Mode", "INLINE", "DISTRIBUTED").filter("DISTRIBUTED"::equals).isPresent();
    WorkflowType type =
        config.word("ExecutionType", WorkflowType.class).orElse(WorkflowType.STANDARD);
    config.done();
    return distributed ? Optional.of(new Mode(type, node.location())) : Optional.empty();
  }
}
