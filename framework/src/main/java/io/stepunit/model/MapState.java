package io.stepunit.model;

import io.stepunit.expression.Expr;
import io.stepunit.expression.jsonata.StatesVariables;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Map state in inline mode.
 *
 * @param items {@code ItemsPath} or {@code Items}
 * @param itemSelector {@code ItemSelector} or the legacy {@code Parameters}
 * @param itemProcessor {@code ItemProcessor} or the legacy {@code Iterator}
 * @param maxConcurrency {@code MaxConcurrency} or {@code MaxConcurrencyPath}; 0 means no limit
 * @param toleratedFailureCount {@code ToleratedFailureCount} or its Path form
 * @param toleratedFailurePercentage {@code ToleratedFailurePercentage} or its Path form, 0 to 100
 */
public record MapState(
    StateInfo info,
    DataFlow dataFlow,
    MapItems items,
    Optional<Expr> itemSelector,
    StateGraph itemProcessor,
    Optional<Setting<Long>> maxConcurrency,
    Optional<Setting<Long>> toleratedFailureCount,
    Optional<Setting<Double>> toleratedFailurePercentage,
    ErrorHandlers errorHandlers,
    Transition next)
    implements State {
  static MapState read(StateInfo info, Fields fields) {
    refuseDistributed(fields);
    MapState state =
        new MapState(
            info,
            DataFlows.ofMap(fields),
            MapItems.read(fields),
            readItemSelector(fields),
            readItemProcessor(fields),
            Settings.integer(fields, "MaxConcurrency", 0, Integer.MAX_VALUE),
            Settings.integer(fields, "ToleratedFailureCount", 0, Integer.MAX_VALUE),
            Settings.decimal(fields, "ToleratedFailurePercentage", 0, 100),
            ErrorHandlers.read(fields),
            Transition.read(fields));
    Settings.refuseContext(fields, "MaxConcurrencyPath");
    Settings.refuseContext(fields, "ToleratedFailureCountPath");
    Settings.refuseContext(fields, "ToleratedFailurePercentagePath");
    return state;
  }

  private static void refuseDistributed(Fields fields) {
    for (String field : List.of("ItemReader", "ItemBatcher", "ResultWriter", "Label")) {
      fields
          .optional(field)
          .ifPresent(
              node -> {
                throw new UnsupportedFeatureException("Distributed Map", node.location());
              });
    }
  }

  private static Optional<Expr> readItemSelector(Fields fields) {
    if (fields.isJsonata()) {
      return Jsonata.optional(fields, "ItemSelector", StatesVariables.INPUT_AND_CONTEXT);
    }
    fields.atMostOneOf("ItemSelector", "Parameters");
    Optional<Expr> parameters = Compile.template(fields, "Parameters");
    return Compile.template(fields, "ItemSelector").or(() -> parameters);
  }

  private static StateGraph readItemProcessor(Fields fields) {
    boolean any = fields.atMostOneOf("ItemProcessor", "Iterator");
    Optional<LocatedNode> iterator = fields.optional("Iterator");
    Optional<LocatedNode> processor =
        any ? fields.optional("ItemProcessor") : fields.required("ItemProcessor");
    return processor
        .map(node -> fields.of(node, "an ItemProcessor"))
        .or(() -> iterator.map(node -> fields.of(node, "an Iterator")))
        .map(MapState::readProcessor)
        .orElseGet(() -> new StateGraph("", Map.of(), fields.location()));
  }

  private static StateGraph readProcessor(Fields processor) {
    processor.optional("ProcessorConfig").ifPresent(config -> readConfig(processor, config));
    return StateGraph.readNested(processor);
  }

  private static void readConfig(Fields processor, LocatedNode node) {
    Fields config = processor.of(node, "a ProcessorConfig");
    Optional<String> mode = config.word("Mode", "INLINE", "DISTRIBUTED");
    config.word("ExecutionType", "STANDARD", "EXPRESS");
    config.done();
    if (mode.equals(Optional.of("DISTRIBUTED"))) {
      throw new UnsupportedFeatureException("Distributed Map", node.location());
    }
  }

  @Override
  public StateType type() {
    return StateType.MAP;
  }
}
