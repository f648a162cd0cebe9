package io.stepunit.internal.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.table.expression.Condition;
import io.stepunit.internal.table.expression.ConditionReader;
import io.stepunit.internal.table.expression.ExpressionKind;
import io.stepunit.internal.table.expression.KeyCondition;
import io.stepunit.internal.table.expression.Placeholders;
import io.stepunit.internal.table.expression.Projection;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.ItemKey;
import io.stepunit.internal.table.value.KeyAttribute;
import io.stepunit.internal.table.value.TableException;
import io.stepunit.internal.table.value.ValueWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** GetItem, Query and Scan. */
final class Reads {
  private static final String CONSISTENT = "ConsistentRead";
  private static final String START = "ExclusiveStartKey";

  private final Tables tables;

  Reads(Tables tables) {
    this.tables = tables;
  }

  ObjectNode getItem(TableRequest request, ValueWriter writer) {
    ItemRead read = ItemRead.of(tables.require(request.tableName()), request);
    ItemKey key = read.key(request.attributes("Key"));
    ObjectNode answer = Json.NODES.objectNode();
    Optional<Attributes> item = read.table().rows().get(key);
    item.map(read::shown).ifPresent(shown -> answer.set("Item", writer.attributes(shown)));
    Capacity capacity = Capacity.of(request);
    capacity.read(
        read.table(), item.map(Attributes::itemSize).orElse(0), request.flag(CONSISTENT, false));
    capacity.tellOneIn(answer);
    return answer;
  }

  ObjectNode query(TableRequest request, ValueWriter writer) {
    Source source = source(request);
    Placeholders placeholders = new Placeholders(request.json());
    Optional<Projection> projection = projection(request, placeholders);
    Optional<Condition> filter = filter(request, placeholders);
    KeyCondition keys =
        request
            .expression(ExpressionKind.KEY_CONDITION)
            .map(expression -> KeyCondition.read(expression, placeholders, source.keys()))
            .orElseThrow(
                () ->
                    TableException.invalid(
                        "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."));
    placeholders.requireAllUsed();
    filter.ifPresent(condition -> requireNoKeys(condition, source));
    PagedRead read = paged(request, source, filter, projection);
    List<Attributes> items =
        source.partition(keys.partition()).stream().filter(keys::holds).toList();
    boolean isForward = request.flag("ScanIndexForward", true);
    Optional<Attributes> start = startOfQuery(request, source, keys);
    return answer(
        request,
        read,
        after(start, isForward ? items : reversed(items), isForward, source),
        writer);
  }

  private static List<Attributes> reversed(List<Attributes> items) {
    List<Attributes> reversed = new ArrayList<>(items);
    Collections.reverse(reversed);
    return reversed;
  }

  ObjectNode scan(TableRequest request, ValueWriter writer) {
    Source source = source(request);
    Placeholders placeholders = new Placeholders(request.json());
    Optional<Projection> projection = projection(request, placeholders);
    Optional<Condition> filter = filter(request, placeholders);
    if (filter.isPresent() || projection.isPresent()) {
      placeholders.requireAllUsed();
    } else {
      placeholders.requireNone(ExpressionKind.FILTER.member());
    }
    PagedRead read = paged(request, source, filter, projection);
    Segment segment = Segment.of(request);
    List<Attributes> items =
        source.all().stream().filter(item -> segment.has(source, item)).toList();
    return answer(request, read, after(start(request, source), items, true, source), writer);
  }

  private static ObjectNode answer(
      TableRequest request, PagedRead read, List<Attributes> items, ValueWriter writer) {
    PagedRead.Page page = read.page(items);
    ObjectNode answer = read.answer(page, writer);
    Capacity capacity = Capacity.of(request);
    boolean consistent = request.flag(CONSISTENT, false);
    StoredTable table = read.source().table();
    read.source()
        .index()
        .ifPresentOrElse(
            index -> capacity.read(table, index, page.bytes(), consistent),
            () -> capacity.read(table, page.bytes(), consistent));
    capacity.tellOneIn(answer);
    return answer;
  }

  private Source source(TableRequest request) {
    StoredTable table = tables.require(request.tableName());
    Source source = new Source(table, request.text("IndexName").map(table::index));
    boolean isGlobal = source.index().filter(index -> !index.isLocal()).isPresent();
    if (isGlobal && request.flag(CONSISTENT, false)) {
      throw TableException.invalid(
          "Consistent reads are not supported on global secondary indexes");
    }
    return source;
  }

  private static Optional<Projection> projection(TableRequest request, Placeholders placeholders) {
    return request
        .expression(ExpressionKind.PROJECTION)
        .map(expression -> Projection.read(expression, placeholders));
  }

  private static Optional<Condition> filter(TableRequest request, Placeholders placeholders) {
    return request
        .expression(ExpressionKind.FILTER)
        .map(expression -> ConditionReader.read(ExpressionKind.FILTER, expression, placeholders));
  }

  private static void requireNoKeys(Condition filter, Source source) {
    filter
        .paths()
        .filter(path -> source.keys().has(path.attribute()))
        .findFirst()
        .ifPresent(
            path -> {
              throw TableException.invalid(
                  "Filter Expression can only contain non-primary key attributes: Primary key attribute: "
                      + path.attribute());
            });
  }

  private static PagedRead paged(
      TableRequest request,
      Source source,
      Optional<Condition> filter,
      Optional<Projection> projection) {
    Select otherwise =
        projection.isPresent()
            ? Select.SPECIFIC_ATTRIBUTES
            : source.index().isPresent() ? Select.ALL_PROJECTED_ATTRIBUTES : Select.ALL_ATTRIBUTES;
    Select select = request.choice("Select", otherwise);
    requireSense(select, source, projection.isPresent());
    OptionalInt limit = request.number("Limit", 1);
    return new PagedRead(source, filter, projection, select == Select.COUNT, limit);
  }

  private static void requireSense(Select select, Source source, boolean isProjected) {
    if (isProjected && select != Select.SPECIFIC_ATTRIBUTES) {
      throw TableException.invalid(
          select == Select.COUNT
              ? "Cannot specify the ProjectionExpression when choosing to get only the Count"
              : "Cannot specify the ProjectionExpression when choosing to get " + select);
    }
    if (!isProjected && select == Select.SPECIFIC_ATTRIBUTES) {
      throw TableException.invalid(
          "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
    }
    if (select == Select.ALL_PROJECTED_ATTRIBUTES && source.index().isEmpty()) {
      throw TableException.invalid(
          "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    }
    if (select == Select.ALL_ATTRIBUTES
        && source.index().filter(index -> index.projected().isPresent()).isPresent()) {
      throw TableException.invalidParameter(
          "Select type ALL_ATTRIBUTES is not supported for global secondary index %s because its projection type is not ALL"
              .formatted(source.index().get().name()));
    }
  }

  private static Optional<Attributes> start(TableRequest request, Source source) {
    if (!request.has(START)) {
      return Optional.empty();
    }
    Attributes start = request.attributes(START);
    List<KeyAttribute> keys = source.keysOfPosition();
    boolean fits =
        start.members().size() == keys.size()
            && keys.stream()
                .allMatch(
                    key -> start.get(key.name()).filter(v -> v.type() == key.type()).isPresent());
    if (!fits) {
      throw TableException.invalid("The provided starting key is invalid");
    }
    return Optional.of(start);
  }

  private static Optional<Attributes> startOfQuery(
      TableRequest request, Source source, KeyCondition keys) {
    Optional<Attributes> start = start(request, source);
    String partition = source.keys().partition().name();
    boolean isOutside =
        start.isPresent() && start.get().get(partition).filter(keys.partition()::equals).isEmpty();
    if (isOutside) {
      throw TableException.invalid(
          "The provided starting key is outside query boundaries based on provided conditions");
    }
    return start;
  }

  /** The items after a position, whether or not its item is still there. */
  private static List<Attributes> after(
      Optional<Attributes> start, List<Attributes> items, boolean isForward, Source source) {
    if (start.isEmpty()) {
      return items;
    }
    Comparator<Attributes> order = isForward ? source.order() : source.order().reversed();
    return items.stream().filter(item -> order.compare(item, start.get()) > 0).toList();
  }
}
