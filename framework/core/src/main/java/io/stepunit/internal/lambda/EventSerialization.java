package io.stepunit.internal.lambda;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/**
 * Reads events and writes results with aws-lambda-java-serialization, the code that Lambda's
 * runtime itself uses. The one class that knows it.
 */
final class EventSerialization implements PayloadMapping {
  /** Made at once: where the library is not there, making this object fails. */
  private final JacksonFactory jackson = JacksonFactory.getInstance();

  @Override
  public Object read(JsonNode payload, Type type) {
    return serializer(type).fromJson(Json.text(payload));
  }

  @Override
  public JsonNode write(Object result, Type type) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    serializer(type).toJson(result, bytes);
    return Json.parseData(bytes.toString(StandardCharsets.UTF_8));
  }

  @SuppressWarnings("unchecked") // A serializer for events of one class, asked for that class only.
  private PojoSerializer<Object> serializer(Type type) {
    if (type instanceof Class<?> plain
        && LambdaEventSerializers.isLambdaSupportedEvent(plain.getName())) {
      return (PojoSerializer<Object>)
          LambdaEventSerializers.serializerFor(plain, plain.getClassLoader());
    }
    return jackson.getSerializer(type);
  }
}
