package io.stepunit.internal.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions on arrays whose results or errors the library gives in another way. */
final class ArrayFunctions {
  private ArrayFunctions() {}

  static @Nullable Object zip(Arguments arguments) {
    Utils.JList<Object> lists = new Utils.JList<>();
    lists.addAll(arguments.values());
    return zipped(lists);
  }

  @SuppressWarnings({"rawtypes", "unchecked"}) // the library's own raw type
  private static Object zipped(Utils.JList lists) {
    return Functions.zip(lists);
  }

  /** An array stays an array, also if one item is left; only a sequence becomes that item. */
  static @Nullable Object distinct(Arguments arguments) {
    if (!(arguments.any(0) instanceof List<?> list) || list.size() <= 1) {
      return arguments.any(0);
    }
    Collection<Object> distinct = new LinkedHashSet<>(list);
    List<Object> result = Utils.isSequence(list) ? Utils.createSequence() : new ArrayList<>();
    result.addAll(distinct);
    return result;
  }

  static @Nullable Object sort(Arguments arguments) throws Throwable {
    List<Object> list = arguments.list(0);
    Object comparator = arguments.any(1);
    if (list == null || list.size() <= 1) {
      return list;
    }
    if (comparator == null && !isSortable(list)) {
      throw EvaluationFailure.coded("D3070", Messages.text("D3070"));
    }
    return merge(list, comparator);
  }

  private static boolean isSortable(List<Object> list) {
    char symbol = Signature.symbol(list.get(0));
    return (symbol == 'n' || symbol == 's')
        && list.stream().allMatch(item -> Signature.symbol(item) == symbol);
  }

  /** Java's own sort throws if a comparator contradicts itself; a merge sort ends. */
  private static List<Object> merge(List<Object> list, @Nullable Object comparator)
      throws Throwable {
    if (list.size() <= 1) {
      return list;
    }
    int middle = list.size() / 2;
    List<Object> left = merge(list.subList(0, middle), comparator);
    List<Object> right = merge(list.subList(middle, list.size()), comparator);
    List<Object> merged = new ArrayList<>(list.size());
    int l = 0;
    int r = 0;
    while (l < left.size() && r < right.size()) {
      boolean swap = isAfter(left.get(l), right.get(r), comparator);
      merged.add(swap ? right.get(r++) : left.get(l++));
    }
    merged.addAll(left.subList(l, left.size()));
    merged.addAll(right.subList(r, right.size()));
    return merged;
  }

  private static boolean isAfter(Object left, Object right, @Nullable Object comparator)
      throws Throwable {
    if (comparator != null) {
      return Jsonata.boolize(Functions.funcApply(comparator, List.of(left, right)));
    }
    return left instanceof Number number
        ? number.doubleValue() > ((Number) right).doubleValue()
        : ((String) left).compareTo((String) right) > 0;
  }
}
