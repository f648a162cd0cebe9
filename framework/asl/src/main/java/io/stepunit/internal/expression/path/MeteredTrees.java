package io.stepunit.internal.expression.path;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import io.stepunit.internal.budget.WorkMeter;
import java.util.Collection;

/**
 * Shows trees to one evaluation of json-path, and counts what it looks at: each deep scan after
 * another multiplies the values, and the library keeps the path of every result as a text.
 */
final class MeteredTrees extends JacksonJsonNodeJsonProvider {
  private static final int CHARACTERS_OF_A_VALUE = 16;

  private final WorkMeter values;

  MeteredTrees(ObjectMapper mapper, WorkMeter values) {
    super(mapper);
    this.values = values;
  }

  @Override
  public boolean isMap(Object obj) {
    values.spend(1);
    return super.isMap(obj);
  }

  @Override
  public Object getArrayIndex(Object obj, int index) {
    values.spend(1);
    return super.getArrayIndex(obj, index);
  }

  @Override
  public Object getMapValue(Object obj, String key) {
    values.spend(1);
    return super.getMapValue(obj, key);
  }

  @Override
  public void setArrayIndex(Object array, int index, Object newValue) {
    values.spend(newValue instanceof String path ? 1 + path.length() / CHARACTERS_OF_A_VALUE : 1);
    super.setArrayIndex(array, index, newValue);
  }

  @Override
  public Collection<String> getPropertyKeys(Object obj) {
    values.spend(length(obj));
    return super.getPropertyKeys(obj);
  }

  @Override
  public Iterable<?> toIterable(Object obj) {
    values.spend(length(obj));
    return super.toIterable(obj);
  }
}
