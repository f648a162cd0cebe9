package io.stepunit.internal.expression.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.stepunit.budget.WorkBudget;
import io.stepunit.internal.budget.WorkBudgets;
import io.stepunit.internal.budget.WorkMeter;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A path that json-path evaluates: wildcards, filters, slices, deep scans and functions.
 *
 * <p>This is the only class that knows the library. What it guards against: compiled paths of the
 * library change while they are evaluated, so each is used by one evaluation at a time, and a path
 * that calls a function only once; process-wide caches and defaults are never touched; what an
 * evaluation looks at is counted and bounded; results of any Java type become trees; whatever the
 * library throws, a stack overflow included, becomes a {@link Miss} or a {@link PathTextException}.
 */
final class QueryPath implements DocumentPath {
  private static final JsonMapper MAPPER = JsonMapper.builder().nodeFactory(Json.NODES).build();

  private static final Configuration CONFIGURATION = configuration();

  /** How json-path tells today that a step by name meets no object. */
  private static final Pattern NOT_AN_OBJECT =
      Pattern.compile(
          "Expected to find an object with property (\\[.*?]) in path (.*?) but found '.*",
          Pattern.DOTALL);

  private static final Pattern OTHERS_MESSAGE = Pattern.compile("java\\.[\\w.]+Exception");

  private final String text;
  private final boolean reusable;
  private final boolean several;
  private final AtomicReference<@Nullable JsonPath> idle;

  private QueryPath(String text, JsonPath compiled) {
    this.text = text;
    this.reusable = !text.replace("?(", "").contains("(");
    this.several = reusable && !compiled.isDefinite();
    this.idle = new AtomicReference<>(reusable ? compiled : null);
  }

  /**
   * Compiles a path.
   *
   * @throws PathTextException if json-path does not accept the text
   */
  static QueryPath compile(String text) {
    try {
      return compileAsWritten(text);
    } catch (PathTextException e) {
      String quoted = BareWords.quoteIn(text);
      if (quoted.equals(text)) {
        throw e;
      }
      return compileAsWritten(quoted);
    }
  }

  private static QueryPath compileAsWritten(String text) {
    try {
      return new QueryPath(text, JsonPath.compile(text));
    } catch (StackOverflowError e) {
      throw new PathTextException("it is nested too deeply");
    } catch (RuntimeException e) {
      // Besides its own exceptions the compiler lets NumberFormatException and the like through, or
      // has their names for a message.
      String message = message(e);
      boolean own = e instanceof JsonPathException && !OTHERS_MESSAGE.matcher(message).lookingAt();
      throw new PathTextException(
          own ? message : "it is incomplete, or a bracket or quote is not closed");
    }
  }

  @Override
  public @Nullable JsonNode find(JsonNode document, WorkBudgets budgets) {
    Outcome outcome = read(document, budgets);
    return outcome.miss == null ? outcome.value : null;
  }

  @Override
  public List<DataPath.Step> steps() {
    return QueryText.of(text).steps();
  }

  @Override
  public boolean findsSeveral() {
    return several;
  }

  @Override
  public Stream<Read> readsOfFilters(DataPath root) {
    return QueryText.of(text).readsOfFilters(root);
  }

  @Override
  public Miss explain(JsonNode document, WorkBudgets budgets) {
    Miss miss = read(document, budgets).miss;
    if (miss == null) {
      throw new IllegalStateException("The path " + text + " misses nothing");
    }
    return miss;
  }

  private record Outcome(@Nullable JsonNode value, @Nullable Miss miss) {}

  private Outcome read(JsonNode document, WorkBudgets budgets) {
    JsonPath path = idle.getAndSet(null);
    if (path == null) {
      path = JsonPath.compile(text);
    }
    try {
      Object result = path.read((Object) document, metered(budgets));
      if (result == null) {
        Miss miss = new Miss(Miss.Kind.BEYOND_THE_END, "No results for path: " + path.getPath());
        return new Outcome(null, miss);
      }
      return new Outcome(tree(result), null);
    } catch (StackOverflowError e) {
      return missed("The document is nested too deeply for the path " + text);
    } catch (PathNotFoundException e) {
      // The library finds nothing where a step before the first wildcard does, and AWS no values.
      return several ? new Outcome(Json.NODES.arrayNode(), null) : missed(message(e));
    } catch (JsonPathException e) {
      return missed(message(e));
    } catch (RuntimeException e) {
      return missed("The path " + text + " cannot be evaluated: " + message(e));
    } finally {
      if (reusable) {
        idle.set(path);
      }
    }
  }

  private Configuration metered(WorkBudgets budgets) {
    WorkMeter values = budgets.meter(WorkBudget.PATH_VALUES, "The path " + text);
    return CONFIGURATION.jsonProvider(new MeteredTrees(MAPPER, values));
  }

  private static Outcome missed(String message) {
    // AWS has shown this text; the one of today names Java classes.
    String reason = NOT_AN_OBJECT.matcher(message).replaceFirst("Property $1 not found in path $2");
    boolean index = reason.contains("can only be applied to arrays");
    return new Outcome(null, new Miss(index ? Miss.Kind.NOT_AN_ARRAY : Miss.Kind.NOTHING, reason));
  }

  /** Functions answer with plain Java numbers and texts, everything else is a tree already. */
  private static JsonNode tree(Object result) {
    if (result instanceof JsonNode node) {
      return node;
    }
    JsonNode converted = CONFIGURATION.mappingProvider().map(result, JsonNode.class, CONFIGURATION);
    return converted == null ? NullNode.getInstance() : converted;
  }

  private static String message(RuntimeException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private static Configuration configuration() {
    QuietSlf4j.during(() -> JsonPath.compile("$..*"));
    return Configuration.builder()
        .jsonProvider(new JacksonJsonNodeJsonProvider(MAPPER))
        .mappingProvider(new JacksonMappingProvider(MAPPER))
        .build();
  }
}
