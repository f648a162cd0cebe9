package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.expression.ArrayTemplate;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.ExpressionSyntaxException;
import io.stepunit.internal.expression.ExpressionSyntaxException.Kind;
import io.stepunit.internal.expression.ObjectTemplate;
import io.stepunit.internal.jsonata.SyntaxProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles a field of a JSONata state; a part without expressions is copied as it is. */
final class JsonataCompiler {
  private static final String OPENING = "{%";
  private static final String CLOSING = "%}";

  private final StatesVariables allowed;

  private JsonataCompiler(StatesVariables allowed) {
    this.allowed = allowed;
  }

  static JsonataTemplate compile(
      String field, JsonNode value, StatesVariables allowed, ResultType expected) {
    JsonataCompiler compiler = new JsonataCompiler(allowed);
    return new JsonataTemplate(compiler.part(field, value, expected));
  }

  private Expr part(String location, JsonNode value, ResultType expected) {
    if (value instanceof ObjectNode object) {
      return object(location, object);
    }
    if (value instanceof ArrayNode array) {
      return array(location, array);
    }
    return value.isTextual() ? text(location, value, expected) : Expr.constant(value);
  }

  private Expr text(String location, JsonNode value, ResultType expected) {
    String text = value.textValue();
    boolean opens = text.startsWith(OPENING);
    boolean closes = text.endsWith(CLOSING);
    if (!opens && !closes) {
      return Expr.constant(value);
    }
    int delimiters = OPENING.length() + CLOSING.length();
    if (opens != closes || text.length() < delimiters) {
      throw new ExpressionSyntaxException(
          Kind.INVALID_JSONATA_EXPRESSION,
          opens ? "Expected '%}' at the end of the expression" : "Expected '{%' at the start",
          "a JSONata expression must be between {% and %}, without blanks before or after them");
    }
    String source = text.substring(OPENING.length(), text.length() - CLOSING.length()).strip();
    try {
      return Expression.compile(source, location, allowed, expected);
    } catch (SyntaxProblem e) {
      throw new ExpressionSyntaxException(
          Kind.INVALID_JSONATA_EXPRESSION,
          e.text(),
          "at character %s of %s".formatted(e.position() + 1, source));
    } catch (UnsupportedReference e) {
      throw new ExpressionSyntaxException(Kind.UNSUPPORTED_JSONATA_EXPRESSION, e.text(), e.hint());
    }
  }

  private Expr object(String location, ObjectNode template) {
    Map<String, Expr> values = new LinkedHashMap<>();
    Iterator<Map.Entry<String, JsonNode>> fields = template.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      String name = field.getKey();
      try {
        values.put(name, part(location + "/" + name, field.getValue(), ResultType.ANY));
      } catch (ExpressionSyntaxException e) {
        throw e.under(name);
      }
    }
    return isConstant(values.values()) ? Expr.constant(template) : new ObjectTemplate(values);
  }

  private Expr array(String location, ArrayNode template) {
    List<Expr> items = new ArrayList<>(template.size());
    for (int i = 0; i < template.size(); i++) {
      try {
        items.add(part(location + "[" + i + "]", template.get(i), ResultType.ANY));
      } catch (ExpressionSyntaxException e) {
        throw e.under(Integer.toString(i));
      }
    }
    return isConstant(items) ? Expr.constant(template) : new ArrayTemplate(items);
  }

  private static boolean isConstant(Collection<Expr> parts) {
    return parts.stream().allMatch(Expr::isConstant);
  }
}
