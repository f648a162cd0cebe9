package io.stepunit.internal.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.request.RequestProblem.Kind;
import io.stepunit.internal.text.Suggestion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds a request to the form of its operation, as Step Functions does: the fields that are
 * required, the names of all fields, and the types of the values that are known.
 */
public final class RequestCheck {
  private final RequestForm form;
  private final Notation notation;
  private final List<RequestProblem> problems = new ArrayList<>();

  private RequestCheck(RequestForm form, Notation notation) {
    this.form = form;
    this.notation = notation;
  }

  /**
   * What is wrong with a request, in the order in which Step Functions looks: what is missing, then
   * what is there.
   *
   * @param request what is not an object is not looked at
   */
  public static List<RequestProblem> problems(
      RequestForm form, JsonNode request, Notation notation) {
    if (!request.isObject()) {
      return List.of();
    }
    RequestCheck check = new RequestCheck(form, notation);
    check.checkRequired(request);
    check.structure(form.shape(), request, Place.REQUEST);
    return check.problems;
  }

  /**
   * What is wrong with a value that is a part of a request.
   *
   * @param name the name of the field that it is the value of
   */
  static List<RequestProblem> problems(RequestForm form, Shape shape, JsonNode value, String name) {
    RequestCheck check = new RequestCheck(form, Notation.EFFECTIVE);
    check.value(shape, value, Place.REQUEST.member(name, name));
    return check.problems;
  }

  /**
   * Where a value stands.
   *
   * @param around what it is a part of; null for the request itself
   * @param token its name or index there
   * @param field the name of the field that it is the value of, or a part
   */
  private record Place(@Nullable Place around, String token, String field) {
    static final Place REQUEST = new Place(null, "", "");

    Place member(String key, String name) {
      return new Place(this, key, name);
    }

    Place item(int index) {
      return new Place(this, String.valueOf(index), field);
    }

    List<String> path() {
      Deque<String> path = new ArrayDeque<>();
      for (Place place = this; place.around != null; place = place.around) {
        path.addFirst(place.token);
      }
      return List.copyOf(path);
    }
  }

  private void checkRequired(JsonNode request) {
    Set<String> given = given(request);
    for (String name : form.shape().required()) {
      if (!given.contains(name)) {
        List<String> unknown =
            given.stream().filter(other -> !form.shape().fields().containsKey(other)).toList();
        String hint = Suggestion.of(name, unknown).name().map("found '%s'"::formatted).orElse("");
        report(Kind.MISSING, Wording.missing(name), List.of(), hint);
      }
    }
  }

  private Set<String> given(JsonNode object) {
    Set<String> given = new HashSet<>();
    object.fieldNames().forEachRemaining(key -> given.add(notation.name(key)));
    return given;
  }

  private void structure(Shape.Structure structure, JsonNode object, Place place) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      member(structure, member.getKey(), member.getValue(), place);
    }
    Set<String> given = given(object);
    if (structure.union() && given.size() > 1) {
      doubtful(
          "Only one of the fields [%s] can be given"
              .formatted(String.join(", ", structure.fields().keySet())),
          place);
    }
    if (place.around() != null) {
      structure.required().stream()
          .filter(name -> !given.contains(name))
          .forEach(name -> doubtful(Wording.missing(name), place));
    }
  }

  private void member(Shape.Structure structure, String key, JsonNode value, Place place) {
    String name = notation.name(key);
    Supplier<Shape> shape = structure.fields().get(name);
    Place there = place.member(key, name);
    if (shape != null) {
      if (!notation.isComputed(key)) {
        value(shape.get(), value, there);
      }
    } else if (!isPlaceholder(name)) {
      report(
          isRefused(name, structure, place) ? kindOfUnknown(key) : Kind.DOUBTFUL,
          form.wording().unknown(name),
          there.path(),
          nearest(name, structure));
    }
  }

  /**
   * As recorded, optimized integrations have no unknown fields, be their values computed or not.
   */
  private Kind kindOfUnknown(String key) {
    return notation.isComputed(key) && !form.optimized() ? Kind.DOUBTFUL : Kind.UNKNOWN;
  }

  /**
   * The Developer Guide has the API's own {@code attempts} inside of a request of an optimized
   * integration; that it is refused is not known.
   */
  private boolean isRefused(String name, Shape.Structure structure, Place place) {
    return !form.optimized()
        || place.around() == null
        || structure.fields().keySet().stream().noneMatch(name::equalsIgnoreCase);
  }

  private static boolean isPlaceholder(String name) {
    return name.contains("${") || name.contains("#{");
  }

  private static String nearest(String name, Shape.Structure structure) {
    Set<String> names = structure.fields().keySet();
    return Suggestion.of(name, names)
        .asQuestion()
        .orElseGet(() -> names.isEmpty() ? "it has no fields" : fields(names));
  }

  private static String fields(Set<String> names) {
    return names.size() > 12
        ? "it has %s other fields".formatted(names.size())
        : "it has the fields " + String.join(", ", names);
  }

  private void value(Shape shape, JsonNode value, Place place) {
    if (value.isNull() || notation.isComputed(value)) {
      return;
    }
    if (shape instanceof Shape.Structure structure && value.isObject()) {
      structure(structure, value, place);
    } else if (shape instanceof Shape.Entries entries && value.isObject()) {
      entries(entries, value, place);
    } else if (shape instanceof Shape.Items items && value.isArray()) {
      items(items, value, place);
    } else if (!PlainValues.fits(shape, value)) {
      report(
          kindOfMistyped(shape),
          form.wording().wrongType(shape, value, place.field()),
          place.path(),
          "found " + value);
    } else {
      PlainValues.doubtAbout(shape, value).ifPresent(doubt -> doubtful(doubt, place));
    }
  }

  /** Of optimized integrations it is not known that they look at more than plain values. */
  private Kind kindOfMistyped(Shape shape) {
    boolean plain =
        shape instanceof Shape.Text
            || shape instanceof Shape.Numeric
            || shape instanceof Shape.Flag
            || shape instanceof Shape.Blob
            || shape instanceof Shape.Timestamp;
    return plain || !form.optimized() ? Kind.TYPE : Kind.DOUBTFUL;
  }

  private void entries(Shape.Entries entries, JsonNode object, Place place) {
    Shape shape = entries.value().get();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (!notation.isComputed(entry.getKey())) {
        value(shape, entry.getValue(), place.member(entry.getKey(), entry.getKey()));
      }
    }
  }

  private void items(Shape.Items items, JsonNode array, Place place) {
    Shape shape = items.item().get();
    for (int i = 0; i < array.size(); i++) {
      value(shape, array.get(i), place.item(i));
    }
  }

  private void doubtful(String message, Place place) {
    report(
        Kind.DOUBTFUL,
        message,
        place.path(),
        "AWS accepts the definition, and the service probably refuses the request");
  }

  private void report(Kind kind, String message, List<String> path, String hint) {
    problems.add(new RequestProblem(kind, message, path, hint));
  }
}
