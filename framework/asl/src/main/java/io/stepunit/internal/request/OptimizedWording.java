package io.stepunit.internal.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.awsmodel.Shape;

/** The texts of optimized integrations. */
final class OptimizedWording implements Wording {
  @Override
  public String unknown(String name) {
    return "The field '%s' is not supported by Step Functions".formatted(name);
  }

  @Override
  public String wrongType(Shape wanted, JsonNode found, String field) {
    if (wanted instanceof Shape.Structure || wanted instanceof Shape.Entries) {
      return Wording.mustBe("OBJECT", field);
    }
    return wanted instanceof Shape.Items
        ? Wording.mustBe("ARRAY", field)
        : Wording.mustBe(Wording.typeOf(wanted), field);
  }
}
