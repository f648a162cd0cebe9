package io.stepunit.assertj;

import io.stepunit.internal.text.StackTraces;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/**
 * What all assertions of StepUnit share: the stack trace of a failure begins at the line that
 * asserts. It keeps all frames with {@code -Dstepunit.stackTrace=full}, or where AssertJ is told to
 * keep its own.
 *
 * @param <SELF> the assertion's own type
 * @param <ACTUAL> what is asserted of; AssertJ's soft assertions look for it in this place
 * @since 0.1.0
 */
public abstract class AbstractStepUnitAssert<
        SELF extends AbstractStepUnitAssert<SELF, ACTUAL>, ACTUAL>
    extends AbstractAssert<SELF, ACTUAL> {

  AbstractStepUnitAssert(@Nullable ACTUAL actual, Class<?> selfType) {
    super(actual, selfType);
  }

  @Override
  protected AssertionError assertionError(ErrorMessageFactory message) {
    return StackTraces.pruned(super.assertionError(message));
  }
}
