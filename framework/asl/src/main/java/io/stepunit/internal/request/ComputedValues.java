package io.stepunit.internal.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.expression.DataPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the values of a template that are known only when the Task is entered. */
final class ComputedValues {
  private final Notation notation;
  private final List<ComputedValue> found = new ArrayList<>();

  private ComputedValues(Notation notation) {
    this.notation = notation;
  }

  /** Those whose type the service minds, in the order of the template. */
  static List<ComputedValue> in(WrittenRequest written, RequestForm form) {
    ComputedValues values = new ComputedValues(written.notation());
    written
        .template()
        .ifPresentOrElse(
            template -> values.look(form.shape(), template, Place.REQUEST),
            () -> values.addInput(form.shape()));
    return List.copyOf(values.found);
  }

  /** The fields that the state's input may have. */
  private void addInput(Shape.Structure structure) {
    structure
        .fields()
        .forEach(
            (name, shape) ->
                found.add(
                    new ComputedValue(
                        List.of(new DataPath.Step.Field(name)),
                        shape.get(),
                        "",
                        "the state's input")));
  }

  /**
   * Where a value stands.
   *
   * @param way in the request
   * @param pointer in the template
   * @param code the path as messages show it
   */
  private record Place(List<DataPath.Step> way, String pointer, String code) {
    static final Place REQUEST = new Place(List.of(), "", "");

    Place member(String name, String key) {
      String dot = code.isEmpty() ? "" : code + ".";
      return below(
          new DataPath.Step.Field(name), key.replace("~", "~0").replace("/", "~1"), dot + key);
    }

    Place item(int index) {
      return below(new DataPath.Step.Item(index), String.valueOf(index), code + "[" + index + "]");
    }

    private Place below(DataPath.Step step, String token, String shown) {
      List<DataPath.Step> longer = new ArrayList<>(way);
      longer.add(step);
      return new Place(List.copyOf(longer), pointer + "/" + token, shown);
    }
  }

  private void look(Shape shape, JsonNode template, Place place) {
    if (notation.isExpression(template)) {
      add(shape, template, place);
    } else if (template.isObject()) {
      for (Map.Entry<String, JsonNode> member : template.properties()) {
        member(shape, member.getKey(), member.getValue(), place);
      }
    } else if (template.isArray() && shape instanceof Shape.Items items) {
      for (int i = 0; i < template.size(); i++) {
        look(items.item().get(), template.get(i), place.item(i));
      }
    }
  }

  private void member(Shape shape, String key, JsonNode value, Place around) {
    String name = notation.name(key);
    Shape ofMember = member(shape, name);
    if (ofMember == null) {
      return;
    }
    Place place = around.member(name, key);
    if (notation.isComputed(key)) {
      add(ofMember, value, place);
    } else {
      look(ofMember, value, place);
    }
  }

  private static @Nullable Shape member(Shape shape, String name) {
    if (shape instanceof Shape.Structure structure) {
      Supplier<Shape> field = structure.fields().get(name);
      return field == null ? null : field.get();
    }
    return shape instanceof Shape.Entries entries ? entries.value().get() : null;
  }

  private void add(Shape shape, JsonNode expression, Place place) {
    if (!(shape instanceof Shape.Anything || shape instanceof Shape.Payload)) {
      String equals = place.code().isEmpty() ? "" : place.code() + " = ";
      found.add(
          new ComputedValue(place.way(), shape, place.pointer(), equals + expression.asText()));
    }
  }
}
