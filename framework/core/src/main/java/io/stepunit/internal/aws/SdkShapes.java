package io.stepunit.internal.aws;

import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.model.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * The shapes of services' answers by the SDK's own field metadata, for services whose module of the
 * SDK is on the class path. It tells the types of all fields, but not which of them are always
 * there.
 */
final class SdkShapes {
  private static final Shape ANYTHING = new Shape.Anything();
  private static final Shape NUMBER = Shape.Numeric.any(Shape.Numeric.Kind.DOUBLE);
  private static final Shape FLAG = new Shape.Flag();
  private static final Shape TIMESTAMP = new Shape.Timestamp();

  /** Optimized integrations show bytes as the JSON that they are. */
  private final Shape bytes;

  private SdkShapes(boolean optimized) {
    this.bytes = optimized ? ANYTHING : Shape.Text.ANY;
  }

  /** The shape of what a call answers; empty where the SDK does not know the service. */
  static Optional<Shape.Structure> of(Resource.Service called) {
    String action =
        called.action().substring(0, 1).toUpperCase(Locale.ROOT) + called.action().substring(1);
    String response =
        "software.amazon.awssdk.services.%s.model.%sResponse"
            .formatted(Integration.sdkPackage(called), action);
    try {
      Class<?> type = Class.forName(response, true, SdkShapes.class.getClassLoader());
      SdkPojo builder = (SdkPojo) SdkOperation.builderOf(type);
      return Optional.of(new SdkShapes(Integration.isOptimized(called)).structure(builder));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private Shape.Structure structure(SdkPojo pojo) {
    Map<String, Supplier<Shape>> fields = new LinkedHashMap<>();
    for (SdkField<?> field : pojo.sdkFields()) {
      SdkMembers.accepted(field).forEach(name -> fields.put(name, () -> shape(field)));
    }
    return Shape.Structure.of(fields, List.of());
  }

  private Shape shape(SdkField<?> field) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.STRING) {
      return Shape.Text.ANY;
    }
    if (type == MarshallingType.SDK_BYTES) {
      return bytes;
    }
    if (type == MarshallingType.BOOLEAN) {
      return FLAG;
    }
    if (type == MarshallingType.INSTANT) {
      return TIMESTAMP;
    }
    if (type == MarshallingType.SDK_POJO) {
      return structure(field.constructor().get());
    }
    if (type == MarshallingType.LIST) {
      return new Shape.Items(() -> shape(field.getTrait(ListTrait.class).memberFieldInfo()));
    }
    if (type == MarshallingType.MAP) {
      return new Shape.Entries(() -> shape(field.getTrait(MapTrait.class).valueFieldInfo()));
    }
    return type == MarshallingType.DOCUMENT ? ANYTHING : NUMBER;
  }
}
