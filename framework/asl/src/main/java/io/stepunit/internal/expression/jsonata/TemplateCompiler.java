package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.ExpressionSyntaxException;
import io.stepunit.internal.expression.ExpressionSyntaxException.Kind;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compiles a field of a JSONata state; a part without expressions is copied as it is. */
final class TemplateCompiler {
  private static final String OPENING = "{%";
  private static final String CLOSING = "%}";

  private final StatesVariables allowed;
  private final Set<String> references = new TreeSet<>();
  private final List<String> doubts = new ArrayList<>();

  private TemplateCompiler(StatesVariables allowed) {
    this.allowed = allowed;
  }

  static JsonataTemplate compile(
      String field, JsonNode value, StatesVariables allowed, ResultType expected) {
    TemplateCompiler compiler = new TemplateCompiler(allowed);
    Expr template = compiler.part(field, value, expected);
    return new JsonataTemplate(
        template, Set.copyOf(compiler.references), List.copyOf(compiler.doubts));
  }

  private Expr part(String location, JsonNode value, ResultType expected) {
    if (value instanceof ObjectNode object) {
      return object(location, object);
    }
    if (value instanceof ArrayNode array) {
      return array(location, array);
    }
    return value.isTextual() ? text(location, value, expected) : new Literal(value);
  }

  private Expr text(String location, JsonNode value, ResultType expected) {
    String text = value.textValue();
    boolean opens = text.startsWith(OPENING);
    boolean closes = text.endsWith(CLOSING);
    if (!opens && !closes) {
      return new Literal(value);
    }
    int delimiters = OPENING.length() + CLOSING.length();
    if (opens != closes || text.length() < delimiters) {
      throw new ExpressionSyntaxException(
          Kind.INVALID_JSONATA_EXPRESSION,
          opens ? "Expected '%}' at the end of the expression" : "Expected '{%' at the start",
          "a JSONata expression stands between {% and %}, without blanks before or after them");
    }
    String source = text.substring(OPENING.length(), text.length() - CLOSING.length()).strip();
    try {
      Expression expression = Expression.compile(source, location, allowed, expected);
      references.addAll(expression.variables());
      doubts.addAll(expression.doubts());
      return expression;
    } catch (SyntaxProblem e) {
      throw new ExpressionSyntaxException(
          Kind.INVALID_JSONATA_EXPRESSION,
          e.text(),
          "at character %d of %s".formatted(e.position() + 1, source));
    } catch (UnsupportedReference e) {
      throw new ExpressionSyntaxException(Kind.UNSUPPORTED_JSONATA_EXPRESSION, e.text(), e.hint());
    }
  }

  private Expr object(String location, ObjectNode template) {
    List<String> names = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    Iterator<Map.Entry<String, JsonNode>> fields = template.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      String name = field.getKey();
      names.add(name);
      try {
        values.add(part(location + "/" + name, field.getValue(), ResultType.ANY));
      } catch (ExpressionSyntaxException e) {
        throw e.under(name);
      }
    }
    return isConstant(values) ? new Literal(template) : new ObjectTemplate(names, values);
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
    return isConstant(items) ? new Literal(template) : new ArrayTemplate(items);
  }

  private static boolean isConstant(List<Expr> parts) {
    return parts.stream().allMatch(Literal.class::isInstance);
  }

  /** A part without expressions. */
  private record Literal(JsonNode value) implements Expr {
    @Override
    public JsonNode evaluate(Scope scope) {
      return value;
    }
  }

  /** An object with an expression somewhere in it. */
  private record ObjectTemplate(List<String> names, List<Expr> values) implements Expr {
    @Override
    public JsonNode evaluate(Scope scope) {
      ObjectNode result = Json.NODES.objectNode();
      for (int i = 0; i < names.size(); i++) {
        result.set(names.get(i), values.get(i).evaluate(scope));
      }
      return result;
    }
  }

  /** An array with an expression somewhere in it. */
  private record ArrayTemplate(List<Expr> items) implements Expr {
    @Override
    public JsonNode evaluate(Scope scope) {
      ArrayNode result = Json.NODES.arrayNode(items.size());
      for (Expr item : items) {
        result.add(item.evaluate(scope));
      }
      return result;
    }
  }
}
