package io.stepunit.mock;

import java.util.List;

/**
 * The mocks of one machine.
 *
 * <pre>{@code
 * order.mocks().automatic();
 * }</pre>
 *
 * @since 0.1.0
 */
public interface Mocks {
  /** The mocks declared so far, in order, including those that were replaced. */
  List<MockDeclaration> declarations();

  /**
   * Lets every Task without a mock succeed with a plausible result: what its service always
   * returns, and what the definition reads. Callbacks come, too. A smoke test of a new definition
   * in one line; {@code explore()} of the machine also derives inputs.
   */
  void automatic();

  /**
   * Fails if a mock was never used and is not lenient. A mock is used when it answered one call;
   * not all answers of its sequence need to be reached.
   *
   * @throws UnusedMocksError naming each such mock with the line of the test that made it
   */
  void verifyUsed();
}
