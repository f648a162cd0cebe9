package io.stepunit.internal.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.table.expression.ExpressionKind;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.TableException;
import io.stepunit.internal.table.value.ValueReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The members of a request, or of a part of one. Null stands for what is absent. */
record TableRequest(JsonNode json) {
  private static final String TABLE_NAME = "TableName";

  /**
   * The name of the table.
   *
   * @throws TableException {@code ValidationException} if it is missing
   */
  String tableName() {
    return text(TABLE_NAME).orElseThrow(() -> missing(TABLE_NAME));
  }

  /** A text; empty if it is absent. */
  Optional<String> text(String member) {
    JsonNode value = json.path(member);
    return value.isNull() || value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
  }

  /** An expression; empty if it is absent. */
  Optional<String> expression(ExpressionKind kind) {
    return text(kind.member());
  }

  boolean flag(String member, boolean otherwise) {
    return json.path(member).asBoolean(otherwise);
  }

  /** Whether a member is there. */
  boolean has(String member) {
    return json.hasNonNull(member);
  }

  /** A part of the request. */
  TableRequest part(String member) {
    return new TableRequest(json.path(member));
  }

  /**
   * Attributes that have to be there.
   *
   * @throws TableException {@code ValidationException} if they are missing, or hold what is no
   *     value
   */
  Attributes attributes(String member) {
    if (!has(member)) {
      throw missing(member);
    }
    return ValueReader.attributes(json.get(member));
  }

  /**
   * A choice out of a few.
   *
   * @param otherwise what an absent member stands for
   * @throws TableException {@code ValidationException} if it is another text
   */
  <E extends Enum<E>> E choice(String member, E otherwise) {
    Optional<String> text = text(member);
    if (text.isEmpty()) {
      return otherwise;
    }
    List<E> values = Arrays.asList(otherwise.getDeclaringClass().getEnumConstants());
    return values.stream()
        .filter(value -> value.name().equals(text.get()))
        .findFirst()
        .orElseThrow(
            () ->
                violation(
                    text.get(),
                    member,
                    values.stream()
                        .map(Enum::name)
                        .collect(
                            Collectors.joining(
                                ", ", "Member must satisfy enum value set: [", "]"))));
  }

  /**
   * A number that is not too small; empty if it is absent.
   *
   * @throws TableException {@code ValidationException} if it is
   */
  OptionalInt number(String member, int least) {
    if (!has(member)) {
      return OptionalInt.empty();
    }
    int value = json.get(member).asInt();
    if (value < least) {
      throw violation(
          String.valueOf(value),
          member,
          "Member must have value greater than or equal to " + least);
    }
    return OptionalInt.of(value);
  }

  private static TableException violation(String value, String member, String constraint) {
    return TableException.invalid(
        "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s"
            .formatted(value, camel(member), constraint));
  }

  private static TableException missing(String member) {
    return TableException.invalid(
        "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
            .formatted(camel(member)));
  }

  private static String camel(String member) {
    return member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
  }
}
