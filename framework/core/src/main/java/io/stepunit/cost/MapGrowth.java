package io.stepunit.cost;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How an execution grows with the items of one of its Maps, as two executions with different
 * numbers of items show, and with how many of them it uses up a quota.
 *
 * <pre>{@code
 * MapGrowth growth = order.run(tenLines).mapGrowth("Lines", order.run(twentyLines));
 * assertThat(growth.mostItems()).as(growth.toString()).isGreaterThan(1_000);
 * }</pre>
 *
 * @param state the Map
 * @param limits what each quota allows, the narrowest first; quotas whose use does not grow are
 *     absent
 * @param doubts why the growth may be another one beyond these two executions, such as iterations
 *     that are not alike; empty if it is the same for each item
 * @since 0.1.0
 */
public record MapGrowth(String state, List<ItemLimit> limits, List<String> doubts) {

  /** Copies the lists. */
  public MapGrowth {
    limits = List.copyOf(limits);
    doubts = List.copyOf(doubts);
  }

  /**
   * How many items a quota allows.
   *
   * @param quota the quota
   * @param mostItems with this many it is not exceeded, with one more it is
   * @param perItem how much each item adds
   * @param besides how much is used without any item
   * @param where what uses the most, such as {@code output of Lines}; empty for the history
   * @since 0.1.0
   */
  public record ItemLimit(
      Quota quota, long mostItems, double perItem, double besides, String where) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,d items: %s%s, %s%s an item and %s besides",
          mostItems,
          quota.title(),
          where.isEmpty() ? "" : " (" + where + ")",
          number(perItem),
          quota.unit(),
          number(besides));
    }

    private static String number(double amount) {
      String text = String.format(Locale.ROOT, "%,.1f", amount);
      return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
  }

  /** With how many items no quota is exceeded yet; {@link Long#MAX_VALUE} if none ever is. */
  public long mostItems() {
    return limits.stream().mapToLong(ItemLimit::mostItems).min().orElse(Long.MAX_VALUE);
  }

  /** With how many items a quota is not exceeded yet; {@link Long#MAX_VALUE} if it never is. */
  public long mostItems(Quota quota) {
    return limits.stream()
        .filter(limit -> limit.quota() == quota)
        .mapToLong(ItemLimit::mostItems)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** Whether each item adds the same, as far as the two executions show. */
  public boolean isLinear() {
    return doubts.isEmpty();
  }

  /** The limits and the doubts, one a line. */
  @Override
  public String toString() {
    if (limits.isEmpty()) {
      return state + " uses up no quota, with any number of items" + unsure();
    }
    return limits.stream()
        .map(limit -> "\n  " + limit)
        .collect(Collectors.joining("", state + " uses up with more than", unsure()));
  }

  private String unsure() {
    return isLinear()
        ? ""
        : doubts.stream()
            .map(doubt -> "\n  " + doubt)
            .collect(Collectors.joining("", "\nThis is an estimate:", ""));
  }
}
