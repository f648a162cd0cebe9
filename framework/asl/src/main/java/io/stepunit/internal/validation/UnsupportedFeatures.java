package io.stepunit.internal.validation;

import io.stepunit.asl.UnsupportedFeatureException;
import io.stepunit.internal.model.Distributed;
import io.stepunit.internal.model.ItemReader;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.ReaderConfig;
import io.stepunit.internal.model.ReaderConfig.InputType;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import java.util.Optional;

/** Refuses what AWS runs and StepUnit does not support. */
public final class UnsupportedFeatures {
  private UnsupportedFeatures() {}

  /**
   * Refuses what cannot be run.
   *
   * @throws UnsupportedFeatureException if a state has it
   */
  public static void check(StateGraph machine) {
    for (State state : machine.states().values()) {
      reader(state).ifPresent(UnsupportedFeatures::check);
      state.scopes().forEach(UnsupportedFeatures::check);
    }
  }

  private static Optional<ReaderConfig> reader(State state) {
    return state instanceof MapState map
        ? map.distributed().flatMap(Distributed::itemReader).map(ItemReader::config)
        : Optional.empty();
  }

  private static void check(ReaderConfig config) {
    if (config.inputType().equals(Optional.of(InputType.PARQUET))) {
      throw new UnsupportedFeatureException(
          "An ItemReader of Parquet files (CSV, JSON and JSON Lines can be read)",
          config.location());
    }
  }
}
