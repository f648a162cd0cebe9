package io.stepunit.internal.shrink;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The smallest case so far that shows what a found one shows. Whoever knows what can be left out of
 * cases tries them here, one after the other.
 *
 * <pre>{@code
 * Smallest<Case, Trial> smallest = new Smallest<>(found, Trial::given, this::like, 1_500);
 * smallest.keeps(smallest.given().withFaults(List.of()));
 * }</pre>
 *
 * @param <C> a case
 * @param <T> a case that was run
 */
public final class Smallest<C, T> {
  private final Function<T, C> cases;
  private final BiFunction<C, T, Optional<T>> like;
  private T trial;
  private int left;

  /**
   * @param found what is made smaller
   * @param cases the case that was run
   * @param like runs a case; empty if what comes of it is not like the smallest one so far
   * @param runs how many cases may be run
   */
  public Smallest(T found, Function<T, C> cases, BiFunction<C, T, Optional<T>> like, int runs) {
    this.cases = cases;
    this.like = like;
    this.trial = found;
    this.left = runs;
  }

  /** The smallest so far, run. */
  public T trial() {
    return trial;
  }

  /** The smallest so far. */
  public C given() {
    return cases.apply(trial);
  }

  /** Whether a smaller case shows the same; it is the smallest then. */
  public boolean keeps(C smaller) {
    if (smaller.equals(given())) {
      return true;
    }
    if (left == 0) {
      return false;
    }
    left--;
    Optional<T> found = like.apply(smaller, trial);
    found.ifPresent(it -> trial = it);
    return found.isPresent();
  }

  /** Whether a case is another one, and shows the same. */
  public boolean changesTo(C smaller) {
    return !smaller.equals(given()) && keeps(smaller);
  }
}
