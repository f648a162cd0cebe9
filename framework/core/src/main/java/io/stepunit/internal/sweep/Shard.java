package io.stepunit.internal.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One of several jobs that share a long work: the third of eight does every eighth case, beginning
 * with the third. Each case is done by exactly one of the jobs, and each job finds its own without
 * knowing of the others.
 *
 * <pre>{@code
 * Shard.parse("3/8", "--shard").of(mutants)
 * }</pre>
 *
 * @param number which of the jobs this is, from 1
 * @param count how many jobs there are
 */
public record Shard(int number, int count) {
  /** JUnit's configuration parameter. */
  public static final String PARAMETER = "stepunit.shard";

  /** All of the work. */
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,6})\\s*/\\s*(\\d{1,6})\\s*");

  /** Refuses a number that is not one of the jobs. */
  public Shard {
    if (number < 1 || number > count) {
      throw new IllegalArgumentException(
          "There is no part %s of %s: parts are counted from 1 to their number, such as 3/8."
              .formatted(number, count));
    }
  }

  /**
   * Reads a text such as {@code 3/8}.
   *
   * @param where who says so, for the message: {@code --shard}
   * @throws IllegalArgumentException if it is no part of a whole
   */
  public static Shard parse(String text, String where) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "%s is \"%s\"; expected a part of a whole, such as 3/8 for the third of eight jobs."
              .formatted(where, text));
    }
    int number = Integer.parseInt(parts.group(1));
    int count = Integer.parseInt(parts.group(2));
    if (number < 1 || number > count) {
      throw new IllegalArgumentException(
          "%s is \"%s\"; jobs are counted from 1 to their number, so that of %s there are %s."
              .formatted(where, text, count, jobs(count)));
    }
    return new Shard(number, count);
  }

  private static String jobs(int count) {
    return switch (count) {
      case 0 -> "none";
      case 1 -> "1/1 only";
      default -> "1/%s to %s/%s".formatted(count, count, count);
    };
  }

  /** Whether this is all of the work. */
  public boolean isWhole() {
    return count == 1;
  }

  /**
   * Whether this job does a case.
   *
   * @param index the case's place among all, from 0
   */
  public boolean has(long index) {
    return Math.floorMod(index, (long) count) == number - 1;
  }

  /** The cases of this job, in their order. */
  public <T> List<T> of(List<T> all) {
    List<T> mine = new ArrayList<>();
    for (int index = number - 1; index < all.size(); index += count) {
      mine.add(all.get(index));
    }
    return List.copyOf(mine);
  }

  /**
   * The cases of this job, in their order; those of the others are made, but not handed on.
   *
   * @param all a sequential stream
   */
  public <T> Stream<T> of(Stream<T> all) {
    if (isWhole()) {
      return all;
    }
    long[] next = {0};
    return all.sequential().filter(each -> has(next[0]++));
  }

  /** How many of so many cases this job does. */
  public int sizeOf(int all) {
    return all / count + (all % count >= number ? 1 : 0);
  }

  /** {@code 3/8}. */
  @Override
  public String toString() {
    return number + "/" + count;
  }
}
