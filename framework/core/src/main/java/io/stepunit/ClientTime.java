package io.stepunit;

/**
 * What calls of clients do to virtual time: those of {@code env.sfnClient()} and of an endpoint.
 * What a test does by its own handles, such as {@code env.advance(…)}, is the same in each mode.
 *
 * <pre>{@code
 * StepFunctionsEnvironment.builder().clientTime(ClientTime.byHand()).build()
 * }</pre>
 *
 * @since 0.1.0
 */
public sealed interface ClientTime {
  /**
   * Who asks again and would be told the same moves time to the next instant at which anything is
   * due, but not to a deadline while a Task awaits what only the outside can send. All other calls
   * move nothing. The default.
   */
  static ClientTime onPoll() {
    return onPoll(OnPoll.POLLS_IN_VAIN);
  }

  /**
   * The same, with another number of polls in a row that bring nothing new before a caller is told
   * so by a {@link StuckExecutionError}; 100 by default. Code that gives up by itself after more
   * polls needs more.
   *
   * @param pollsInVain at least 1
   * @throws IllegalArgumentException if it is less than 1
   */
  static ClientTime onPoll(int pollsInVain) {
    return new OnPoll(pollsInVain);
  }

  /** No call moves time: the test does, by {@code env.step()} or {@code env.advance(…)}. */
  static ClientTime byHand() {
    return new ByHand();
  }

  /** Time passes as fast as real time, from the first call of a client. */
  static ClientTime real() {
    return real(1);
  }

  /**
   * Time passes some times as fast as real time, from the first call of a client.
   *
   * <pre>{@code
   * ClientTime.real(60) // a minute in a second
   * }</pre>
   *
   * @param scale virtual seconds in a real one, more than 0 and 1,000,000 at most
   * @throws IllegalArgumentException if it is another
   */
  static ClientTime real(double scale) {
    return new Real(scale);
  }

  /**
   * Polls that are repeated move time to the next event.
   *
   * @param pollsInVain how many in a row may bring nothing new
   */
  record OnPoll(int pollsInVain) implements ClientTime {
    private static final int POLLS_IN_VAIN = 100;

    /**
     * @throws IllegalArgumentException if it is less than 1
     */
    public OnPoll {
      if (pollsInVain < 1) {
        throw new IllegalArgumentException(
            "The number of polls in vain must be at least 1, but is " + pollsInVain);
      }
    }
  }

  /** The test moves time. */
  record ByHand() implements ClientTime {}

  /**
   * Time passes with real time.
   *
   * @param scale virtual seconds in a real one
   */
  record Real(double scale) implements ClientTime {
    private static final double FASTEST = 1_000_000;

    /**
     * @throws IllegalArgumentException if the scale is not more than 0 and 1,000,000 at most
     */
    public Real {
      if (!(scale > 0 && scale <= FASTEST)) {
        throw new IllegalArgumentException(
            "The scale of real time must be more than 0 and 1,000,000 at most, but is " + scale);
      }
    }
  }
}
