package io.stepunit.internal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.JsonCodec;
import java.lang.reflect.Type;
import software.amazon.awssdk.core.SdkPojo;

/** Shows responses of the AWS SDK as Step Functions does, and leaves all else to another codec. */
record SdkJsonCodec(JsonCodec others) implements JsonCodec {
  @Override
  public JsonNode toJson(Object value) {
    return value instanceof SdkPojo pojo ? new PojoWriter(false).write(pojo) : others.toJson(value);
  }

  @Override
  public <T> T fromJson(JsonNode json, Type type) {
    return others.fromJson(json, type);
  }
}
