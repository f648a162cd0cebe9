package io.stepunit.internal.fault;

import java.util.random.RandomGenerator;

/**
 * Which of the calls that reach a fault's target it affects. Calls are counted in one execution
 * from 1: retries, loops and iterations alike, as mocks count them.
 */
sealed interface Occurrence {
  boolean includes(int call, RandomGenerator random);

  /** For people, to follow "call 2". */
  String text();

  /** How a test says it, to follow the verb. */
  String code();

  /** Whether the same calls always give the same answer without a seed. */
  default boolean isDeterministic() {
    return true;
  }

  record Every() implements Occurrence {
    @Override
    public boolean includes(int call, RandomGenerator random) {
      return true;
    }

    @Override
    public String text() {
      return "every call";
    }

    @Override
    public String code() {
      return "";
    }
  }

  record Nth(int n) implements Occurrence {
    @Override
    public boolean includes(int call, RandomGenerator random) {
      return call == n;
    }

    @Override
    public String text() {
      return "only call " + n;
    }

    @Override
    public String code() {
      return ".onCall(" + n + ")";
    }
  }

  record First(int n) implements Occurrence {
    @Override
    public boolean includes(int call, RandomGenerator random) {
      return call <= n;
    }

    @Override
    public String text() {
      return n == 1 ? "the first call" : "the first " + n + " calls";
    }

    @Override
    public String code() {
      return ".first(" + n + ")";
    }
  }

  record Chance(double probability) implements Occurrence {
    @Override
    public boolean includes(int call, RandomGenerator random) {
      return random.nextDouble() < probability;
    }

    @Override
    public String text() {
      return "with probability " + probability;
    }

    @Override
    public String code() {
      return ".withProbability(" + probability + ")";
    }

    @Override
    public boolean isDeterministic() {
      return false;
    }
  }
}
