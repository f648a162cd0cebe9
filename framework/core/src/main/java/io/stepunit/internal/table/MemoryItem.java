package io.stepunit.internal.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.ValueAt;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.PlainJson;
import io.stepunit.internal.table.value.ValueWriter;
import io.stepunit.table.Item;
import java.util.Objects;
import java.util.Optional;

/** An item as tests see it. */
record MemoryItem(Attributes attributes) implements Item {
  @Override
  public JsonNode json() {
    return PlainJson.json(attributes);
  }

  @Override
  public JsonNode dynamoDbJson() {
    return ValueWriter.API.attributes(attributes);
  }

  @Override
  public Optional<JsonNode> at(String path) {
    Objects.requireNonNull(path, "path");
    return ValueAt.path(json(), path);
  }

  @Override
  public int size() {
    return attributes.itemSize();
  }

  @Override
  public String toString() {
    return json().toString();
  }
}
