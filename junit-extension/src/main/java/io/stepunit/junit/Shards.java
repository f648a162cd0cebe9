package io.stepunit.junit;

import io.stepunit.internal.sweep.Shard;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** The part of a long test that this run does, where several CI jobs share it. */
final class Shards {
  private Shards() {}

  /** The part that the configuration parameter names; the whole where there is none. */
  static Shard of(ExtensionContext context) {
    return context
        .getConfigurationParameter(Shard.PARAMETER)
        .map(Shards::parse)
        .orElse(Shard.WHOLE);
  }

  private static Shard parse(String text) {
    try {
      return Shard.parse(text, "The configuration parameter " + Shard.PARAMETER);
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(e.getMessage(), e);
    }
  }

  /**
   * What stands for the invocations of a test template of which other jobs do all: JUnit refuses a
   * template without any.
   */
  static Stream<TestTemplateInvocationContext> nothing(Shard shard) {
    return Stream.of(new Nothing(shard));
  }

  /** A test that is skipped. */
  private record Nothing(Shard shard) implements TestTemplateInvocationContext, ExecutionCondition {
    @Override
    public String getDisplayName(int invocationIndex) {
      return "nothing in part " + shard;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return ConditionEvaluationResult.disabled(
          "Other jobs do all of it: " + Shard.PARAMETER + " is " + shard);
    }
  }
}
