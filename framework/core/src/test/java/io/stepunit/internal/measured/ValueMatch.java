package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares a measured value with one of the product.
 *
 * <ul>
 *   <li>A text counts to the letter, but for its placeholders; any other value by value, also where
 *       the product has it as JSON text.
 *   <li>{@code null} and {@code "absent"} stand for a member that must be absent, as do the names
 *       that a member {@code absent} lists.
 *   <li>{@code "= now"} and {@code "at 4.4"} are instants; so is a number as the value of a member
 *       whose name ends in {@code Date}.
 * </ul>
 */
final class ValueMatch {
  private static final Pattern AT = Pattern.compile("at (\\d+(?:\\.\\d+)?)");
  private static final Pattern MILLIS_AT = Pattern.compile("<ms: (\\d+(?:\\.\\d+)?)>");
  private static final Pattern MADE_UP = Pattern.compile("<[^<>]+>|\\$\\{\\w+}");

  /** AWS's own time for a transition, which virtual time does not have. */
  private static final Duration LATENCY = Duration.ofSeconds(1);

  private final Bindings bindings;
  private final Supplier<Instant> now;
  private final Findings findings;
  private final Extent extent;

  /** Which members count. */
  enum Extent {
    /** The product's value may have more. */
    MEMBERS_GIVEN,
    /** No others than the measured ones. */
    EXACT,
    /** The same, and the items of arrays in any order. */
    EXACT_IN_ANY_ORDER
  }

  ValueMatch(Bindings bindings, Supplier<Instant> now, Findings findings, Extent extent) {
    this.bindings = bindings;
    this.now = now;
    this.findings = findings;
    this.extent = extent;
  }

  ValueMatch with(Extent other) {
    return new ValueMatch(bindings, now, findings, other);
  }

  ValueMatch into(Findings other) {
    return new ValueMatch(bindings, now, other, extent);
  }

  Findings findings() {
    return findings;
  }

  /** Whether a value is the measured one. */
  boolean isSame(JsonNode measured, JsonNode found) {
    Findings own = new Findings();
    into(own).compare("", measured, found);
    return own.isEmpty();
  }

  /** Tells where a value differs from the measured one. */
  void compare(String where, JsonNode measured, JsonNode found) {
    if (isAbsence(measured)) {
      if (!found.isMissingNode() && !found.isNull()) {
        findings.differs(where, "absent", Json.text(found));
      }
    } else if (measured.isTextual()) {
      text(where, measured.textValue(), found);
    } else if (measured.isObject()) {
      object(where, measured, asJson(found));
    } else if (measured.isArray()) {
      array(where, measured, asJson(found));
    } else {
      scalar(where, measured, found);
    }
  }

  private static boolean isAbsence(JsonNode measured) {
    return measured.isNull() || measured.isTextual() && measured.textValue().equals("absent");
  }

  private void text(String where, String measured, JsonNode found) {
    boolean same =
        instant(measured)
            .map(expected -> Instants.read(found).filter(expected::equals).isPresent())
            .orElseGet(() -> sameText(measured, found));
    if (!same) {
      findings.differs(
          where, bindings.filled(measured), found.isTextual() ? found.textValue() : shown(found));
    }
  }

  private static String shown(JsonNode found) {
    return found.isMissingNode() ? "nothing" : Json.text(found);
  }

  private Optional<Instant> instant(String measured) {
    Matcher at = AT.matcher(measured);
    if (at.matches()) {
      return Optional.of(bindings.at(at.group(1)));
    }
    return measured.equals("= now") ? Optional.of(now.get()) : Optional.empty();
  }

  private boolean sameText(String measured, JsonNode found) {
    if (found.isMissingNode()) {
      return false;
    }
    Matcher millis = MILLIS_AT.matcher(measured);
    if (millis.matches()) {
      return isAbout(bindings.at(millis.group(1)), found);
    }
    if (measured.equals("<any>")) {
      return true;
    }
    String value = found.isTextual() ? found.textValue() : Json.text(found);
    if (measured.equals("<ms>") || measured.equals("<uuid>") || measured.equals("<token>")) {
      return TextPattern.matches(measured, value);
    }
    String filled = bindings.filled(measured);
    if (MADE_UP.matcher(filled).matches()) {
      return isBound(filled, found);
    }
    return found.isTextual() && TextPattern.matches(filled, value);
  }

  private static boolean isAbout(Instant measured, JsonNode found) {
    return Instants.read(found)
        .filter(at -> !at.isAfter(measured) && at.plus(LATENCY).isAfter(measured))
        .isPresent();
  }

  /** A made-up value is bound where it is first seen, and equal wherever it comes again. */
  private boolean isBound(String placeholder, JsonNode found) {
    Optional<JsonNode> bound = bindings.madeUp(placeholder);
    if (bound.isEmpty()) {
      bindings.bindMadeUp(placeholder, found);
    }
    return bound.isEmpty() || bound.get().equals(found);
  }

  /** The value that a JSON text holds; another value as it is. */
  private static JsonNode asJson(JsonNode found) {
    if (!found.isTextual()) {
      return found;
    }
    try {
      return Json.parse(found.textValue());
    } catch (JsonTextException e) {
      return found;
    }
  }

  private void object(String where, JsonNode measured, JsonNode found) {
    if (!found.isObject()) {
      findings.differs(where, measured, found);
      return;
    }
    for (Iterator<String> names = measured.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (name.equals("absent") && measured.get(name).isArray()) {
        measured.get(name).forEach(absent -> absent(where, absent.textValue(), found));
      } else {
        member(where + "." + name, name, measured.get(name), found.path(name));
      }
    }
    if (extent != Extent.MEMBERS_GIVEN) {
      found
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!measured.has(name)) {
                  absent(where, name, found);
                }
              });
    }
  }

  private void absent(String where, String name, JsonNode found) {
    if (found.has(name)) {
      findings.differs(where + "." + name, "absent", Json.text(found.get(name)));
    }
  }

  private void member(String where, String name, JsonNode measured, JsonNode found) {
    if (name.endsWith("Date") && measured.isNumber()) {
      Instant expected = bindings.at(measured.asText());
      if (Instants.read(found).filter(expected::equals).isEmpty()) {
        findings.differs(where, expected.toString(), shown(found));
      }
      return;
    }
    compare(where, measured, found);
  }

  private void array(String where, JsonNode measured, JsonNode found) {
    if (!found.isArray() || found.size() != measured.size()) {
      findings.differs(where, measured, found);
    } else if (extent == Extent.EXACT_IN_ANY_ORDER) {
      inAnyOrder(where, measured, found);
    } else {
      for (int i = 0; i < measured.size(); i++) {
        compare(where + "[" + i + "]", measured.get(i), found.get(i));
      }
    }
  }

  private void inAnyOrder(String where, JsonNode measured, JsonNode found) {
    List<JsonNode> rest = new ArrayList<>();
    found.forEach(rest::add);
    for (JsonNode item : measured) {
      Optional<JsonNode> same = rest.stream().filter(other -> isSame(item, other)).findFirst();
      same.ifPresentOrElse(
          rest::remove, () -> findings.differs(where, item, MissingNode.getInstance()));
    }
  }

  private void scalar(String where, JsonNode measured, JsonNode found) {
    JsonNode value = measured.isNumber() || measured.isBoolean() ? asJson(found) : found;
    boolean same =
        measured.isNumber() && value.isNumber()
            ? number(measured).compareTo(number(value)) == 0
            : Json.sameValue(measured, value);
    if (!same) {
      findings.differs(where, measured, found);
    }
  }

  private static BigDecimal number(JsonNode value) {
    return value.decimalValue();
  }
}
