package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles payload templates; a part in which nothing is computed becomes a constant.
 *
 * <p>As measured on AWS, the fields as they are written come first, in the order of the definition;
 * those that are computed follow in the order of a Java hash map of their names.
 */
final class PayloadTemplateCompiler {
  private static final String EXPRESSION_SUFFIX = ".$";

  private PayloadTemplateCompiler() {}

  static Expr compile(JsonNode template) {
    if (template instanceof ObjectNode object) {
      return compileObject(object);
    }
    if (template instanceof ArrayNode array) {
      return compileArray(array);
    }
    return Expr.constant(template);
  }

  private static Expr compileObject(ObjectNode template) {
    Map<String, Expr> written = new LinkedHashMap<>();
    Map<String, Expr> computed = new HashMap<>();
    boolean computes = false;
    Iterator<Map.Entry<String, JsonNode>> fields = template.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      Expr value;
      try {
        value = compileField(field.getKey(), field.getValue());
      } catch (ExpressionSyntaxException e) {
        throw e.under(field.getKey());
      }
      String name = nameOf(field.getKey());
      boolean first = !written.containsKey(name) && !computed.containsKey(name);
      (field.getKey().endsWith(EXPRESSION_SUFFIX) ? computed : written).put(name, value);
      if (!first) {
        throw new ExpressionSyntaxException(
                "The field '" + name + "' appears twice",
                "'%s' and '%s.$' are the same field of the result; keep one".formatted(name, name))
            .under(field.getKey());
      }
      computes |= !value.isConstant();
    }
    written.putAll(computed);
    // A key that ends in .$ always computes, so a constant object has its keys as written.
    return computes ? new ObjectTemplate(written) : Expr.constant(template);
  }

  private static Expr compileField(String key, JsonNode value) {
    if (!key.endsWith(EXPRESSION_SUFFIX)) {
      return compile(value);
    }
    if (!value.isTextual()) {
      throw new ExpressionSyntaxException(
          "The value for the field '%s' must be a STRING that contains a JSONPath but was %s"
              .formatted(key, typeOf(value)),
          "found " + Json.text(value) + "; write a string");
    }
    return PayloadField.compile(key, value.textValue());
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "an ARRAY";
      case OBJECT -> "an OBJECT";
      default -> "a " + value.getNodeType();
    };
  }

  private static String nameOf(String key) {
    return key.endsWith(EXPRESSION_SUFFIX)
        ? key.substring(0, key.length() - EXPRESSION_SUFFIX.length())
        : key;
  }

  private static Expr compileArray(ArrayNode template) {
    List<Expr> items = new ArrayList<>(template.size());
    boolean computes = false;
    for (int i = 0; i < template.size(); i++) {
      Expr item;
      try {
        item = compile(template.get(i));
      } catch (ExpressionSyntaxException e) {
        throw e.under(Integer.toString(i));
      }
      items.add(item);
      computes |= !item.isConstant();
    }
    return computes ? new ArrayTemplate(items) : Expr.constant(template);
  }
}
