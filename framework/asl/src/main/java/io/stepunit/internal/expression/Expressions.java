package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.path.ReferencePath;

/**
 * Compiles the expressions of JSONPath states.
 *
 * <pre>{@code
 * Expr inputPath = Expressions.path("$.order");
 * Expr parameters = Expressions.template(Json.parse("{\"id.$\": \"$.order.id\"}"));
 * }</pre>
 *
 * <p>See "Paths", "Payload Template" and "Intrinsic Functions" in the Amazon States Language
 * specification.
 */
public final class Expressions {
  private Expressions() {}

  /**
   * A field that holds a path and nothing else: {@code InputPath}, {@code OutputPath}, {@code
   * ItemsPath}, {@code SecondsPath} and the like.
   *
   * <p>Where the path finds nothing, the cause is {@code Invalid path '$.x' : No results for path:
   * $['x']}.
   *
   * @param text {@code $.a}, {@code $$.a} or {@code $variable.a}
   * @throws ExpressionSyntaxException if the text is no path
   */
  public static Expr path(String text) {
    return PathField.compile(text);
  }

  /**
   * A value that is a path or an intrinsic call: what stands under a key ending in {@code .$}, in
   * {@code ErrorPath} and in {@code CausePath}.
   *
   * <p>Where a path finds nothing, the cause is {@code The JSONPath '$.x' specified for the field
   * 'id.$' could not be found in the input '{…}'}; an array index past the end gives null.
   *
   * @param field the field's own name as AWS shows it, such as {@code id.$} or {@code ErrorPath}
   * @param text the field's value
   * @throws ExpressionSyntaxException if the text is neither a path nor an intrinsic call
   */
  public static Expr field(String field, String text) {
    return PayloadField.compile(field, text);
  }

  /**
   * A payload template: any JSON, in which each key ending in {@code .$}, at any depth, stands for
   * the value of its expression. Parts without such a key are shared, never copied. In the result,
   * fields with such a key stand behind those without.
   *
   * @throws ExpressionSyntaxException if the value under such a key is no expression, or two keys
   *     of an object are the same once {@code .$} is dropped
   */
  public static Expr template(JsonNode template) {
    return PayloadTemplateCompiler.compile(template);
  }

  /**
   * The path of a {@code ResultPath}.
   *
   * @throws ExpressionSyntaxException if the text is no Reference Path
   */
  public static ReferencePath resultPath(String text) {
    return ReferencePath.compile(text);
  }
}
