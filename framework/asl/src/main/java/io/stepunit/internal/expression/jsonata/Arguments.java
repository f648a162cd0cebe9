package io.stepunit.internal.expression.jsonata;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, of the types that the function's signature promises. */
record Arguments(String function, List<?> values) {
  @Nullable Object any(int index) {
    return index < values.size() ? values.get(index) : null;
  }

  boolean has(int index) {
    return any(index) != null;
  }

  @Nullable String text(int index) {
    return (String) any(index);
  }

  @Nullable Number number(int index) {
    return (Number) any(index);
  }

  @Nullable Boolean truth(int index) {
    return (Boolean) any(index);
  }

  @SuppressWarnings("unchecked") // the library's own types of items are as unchecked
  <T> @Nullable List<T> list(int index) {
    return (List<T>) any(index);
  }

  @SuppressWarnings("unchecked") // objects have texts for keys
  <K> @Nullable Map<K, Object> object(int index) {
    return (Map<K, Object>) any(index);
  }
}
