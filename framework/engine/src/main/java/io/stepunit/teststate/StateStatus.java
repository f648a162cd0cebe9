package io.stepunit.teststate;

import org.apiguardian.api.API;

/**
 * The outcome of a single-state test: the {@code status} of TestState.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public enum StateStatus {
  /** The state was left as usual. */
  SUCCEEDED,
  /** The state failed, and neither Retry nor Catch handled it; a Fail state always does. */
  FAILED,
  /** The state failed, and a Retrier tries it again. */
  RETRIABLE,
  /** The state failed, and a Catcher caught the error. */
  CAUGHT_ERROR
}
