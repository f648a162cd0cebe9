package io.stepunit.internal.expression.path;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.ExpressionSyntaxException;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.SentJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A path as ASL has them: {@code $.a} into the input, {@code $$.a} into the context object or
 * {@code $name.a} into a variable. Immutable and shared by threads.
 */
public final class Path {
  private final String text;
  private final Root root;
  private final DocumentPath inside;

  private Path(String text, Root root, DocumentPath inside) {
    this.text = text;
    this.root = root;
    this.inside = inside;
  }

  /** Where a path starts. */
  private sealed interface Root {
    @Nullable JsonNode document(Scope scope);

    DataPath data();

    record Input() implements Root {
      @Override
      public JsonNode document(Scope scope) {
        return scope.input();
      }

      @Override
      public DataPath data() {
        return DataPath.of(DataPath.Source.INPUT);
      }
    }

    record Context() implements Root {
      @Override
      public JsonNode document(Scope scope) {
        return scope.context();
      }

      @Override
      public DataPath data() {
        return DataPath.of(DataPath.Source.CONTEXT);
      }
    }

    record Variable(String name) implements Root {
      @Override
      public @Nullable JsonNode document(Scope scope) {
        return scope.variable(name);
      }

      @Override
      public DataPath data() {
        return DataPath.variable(name);
      }
    }
  }

  /**
   * Compiles a path. Blanks after it do not count.
   *
   * @throws ExpressionSyntaxException if the text is no path
   */
  public static Path compile(String text) {
    String trimmed = text.stripTrailing();
    if (!trimmed.startsWith("$")) {
      throw invalid(text, "a path starts with $, $$ or $variable");
    }
    try {
      return compileTrimmed(trimmed);
    } catch (PathTextException e) {
      throw invalid(text, e.problem());
    }
  }

  private static Path compileTrimmed(String text) {
    if (text.startsWith("$$")) {
      return new Path(text, new Root.Context(), inside(text.substring(1)));
    }
    int nameEnd = variableEnd(text);
    if (nameEnd > 1) {
      Root variable = new Root.Variable(text.substring(1, nameEnd));
      return new Path(text, variable, inside("$" + text.substring(nameEnd)));
    }
    return new Path(text, new Root.Input(), inside(text));
  }

  private static int variableEnd(String text) {
    if (text.length() < 2 || !Character.isUnicodeIdentifierStart(text.codePointAt(1))) {
      return 1;
    }
    int end = 1;
    while (end < text.length() && Character.isUnicodeIdentifierPart(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static DocumentPath inside(String text) {
    if (text.length() > 1 && text.charAt(1) != '.' && text.charAt(1) != '[') {
      throw new PathTextException(
          "the root must be followed by . or [, not '" + text.charAt(1) + "'");
    }
    return PathParser.parse(text)
        .<DocumentPath>map(s -> s)
        .orElseGet(() -> QueryPath.compile(text));
  }

  private static ExpressionSyntaxException invalid(String text, String why) {
    return new ExpressionSyntaxException(
        "Value is not a valid JSONPath", "found '" + text + "'; " + why);
  }

  /** The name of the variable that the path starts at, without {@code $}; empty for others. */
  public Set<String> variables() {
    return root instanceof Root.Variable variable ? Set.of(variable.name()) : Set.of();
  }

  /** Where the path leads. */
  public DataPath data() {
    return root.data().with(inside.steps());
  }

  /**
   * Where a part of what the path finds is: an item of what a path with wildcards finds is in one
   * of the items that it goes through.
   *
   * @param part the way from what is found to the part
   */
  public DataPath place(List<DataPath.Step> part) {
    if (!inside.findsSeveral() || part.isEmpty() || part.get(0).name().isPresent()) {
      return data().with(part);
    }
    List<DataPath.Step> steps = new ArrayList<>(inside.steps());
    int items = steps.indexOf(new DataPath.Step.Items());
    if (items >= 0) {
      steps.set(items, part.get(0));
    }
    return root.data().with(steps).with(part.subList(1, part.size()));
  }

  /**
   * What the path reads: the value that it leads to, and what conditions within it read.
   *
   * @param expected what the value has to be
   */
  public Stream<Read> reads(ValueKind expected) {
    return reads(Read.of(data(), expected));
  }

  /** The same, where more is known of how the value is used. */
  public Stream<Read> reads(Read value) {
    return Stream.concat(Stream.of(value), inside.readsOfFilters(root.data()));
  }

  /** The path as it was written, without blanks after it. */
  public String text() {
    return text;
  }

  /**
   * What the path finds, null if nothing. An array index past the end finds nothing; a path that
   * can find several values always finds an array, empty if need be.
   *
   * @throws EvaluationException if {@code $} is null
   */
  public @Nullable JsonNode find(Scope scope) {
    JsonNode document = root.document(scope);
    if (document == null) {
      return null;
    }
    if (document.isNull() && root instanceof Root.Input) {
      throw EvaluationException.nullDocument();
    }
    JsonNode found = inside.find(document, scope.budgets());
    return found == null ? null : SentJson.withoutText(found);
  }

  /** Why {@link #find} found nothing in this scope. */
  public Miss explain(Scope scope) {
    JsonNode document = root.document(scope);
    if (document == null) {
      String name = ((Root.Variable) root).name();
      return new Miss(Miss.Kind.UNASSIGNED_VARIABLE, "The variable '" + name + "' is not assigned");
    }
    return inside.explain(document, scope.budgets());
  }

  /** The document that AWS shows when the path finds nothing, as compact JSON text. */
  public String searchedText(Scope scope) {
    JsonNode document = root instanceof Root.Variable ? scope.input() : root.document(scope);
    return document == null ? "" : Json.text(document);
  }

  @Override
  public String toString() {
    return text;
  }
}
