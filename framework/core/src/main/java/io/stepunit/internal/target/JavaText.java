package io.stepunit.internal.target;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.text.Printable;
import java.util.Locale;
import javax.lang.model.SourceVersion;

/** Java source, for the lines that messages propose. */
public final class JavaText {
  private JavaText() {}

  /** A string literal. */
  public static String literal(String text) {
    return '"' + Printable.line(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
  }

  /** An argument that stands for a JSON value: a literal where Java has one. */
  public static String value(JsonNode json) {
    return json.isContainerNode() ? literal(Json.text(json)) : Json.text(json);
  }

  /** The name that a variable for a machine would have: {@code order-saga} gives orderSaga. */
  public static String variable(String machine) {
    int dot = machine.indexOf('.');
    String[] words = (dot > 0 ? machine.substring(0, dot) : machine).split("[^\\p{Alnum}]+");
    StringBuilder name = new StringBuilder();
    for (String word : words) {
      name.append(name.length() == 0 ? lowerFirst(word) : upperFirst(word));
    }
    return SourceVersion.isName(name) ? name.toString() : "machine";
  }

  private static String lowerFirst(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
  }

  private static String upperFirst(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
