package io.stepunit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a map in its own order where all other maps are written by key. */
@SuppressWarnings("rawtypes") // The class literal that Jackson registers it for is raw.
final class InsertionOrder extends StdSerializer<LinkedHashMap> {
  private static final long serialVersionUID = 1L;

  InsertionOrder() {
    super(LinkedHashMap.class);
  }

  @Override
  public boolean isEmpty(SerializerProvider provider, LinkedHashMap map) {
    return map.isEmpty();
  }

  @Override
  public void serialize(LinkedHashMap map, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeStartObject(map);
    for (Object entry : map.entrySet()) {
      Map.Entry<?, ?> field = (Map.Entry<?, ?>) entry;
      writeKey(field.getKey(), json, provider);
      provider.defaultSerializeValue(field.getValue(), json);
    }
    json.writeEndObject();
  }

  private static void writeKey(
      @Nullable Object key, JsonGenerator json, SerializerProvider provider) throws IOException {
    if (key == null) {
      provider.findNullKeySerializer(null, null).serialize(null, json, provider);
    } else {
      provider.findKeySerializer(key.getClass(), null).serialize(key, json, provider);
    }
  }
}
