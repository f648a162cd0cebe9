package io.stepunit.internal.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.TaskReply;
import io.stepunit.TaskRequest;
import io.stepunit.internal.client.EnvironmentLock;
import io.stepunit.internal.codec.JsonFile;
import io.stepunit.internal.codec.UserJson;
import io.stepunit.internal.table.value.AttributeValue;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.AttributeValue.Ordered;
import io.stepunit.internal.table.value.ItemKey;
import io.stepunit.internal.table.value.KeyAttribute;
import io.stepunit.internal.table.value.PlainJson;
import io.stepunit.internal.table.value.TableException;
import io.stepunit.internal.table.value.ValueReader;
import io.stepunit.internal.table.value.ValueType;
import io.stepunit.internal.text.KnownNames;
import io.stepunit.internal.time.TimeRange;
import io.stepunit.table.AttributeType;
import io.stepunit.table.Item;
import io.stepunit.table.Table;
import io.stepunit.table.TableIndex;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A table as tests hold it. */
final class MemoryTable implements Table {
  private final StoredTable stored;
  private final UserJson json;
  private final Clock clock;
  private final EnvironmentLock lock;
  private final Function<TaskRequest, TaskReply> tasks;

  /**
   * @param json reads users' values
   * @param clock the virtual time
   * @param lock lets one thread at a time at the items
   * @param tasks answers Tasks, from all tables that they name
   */
  MemoryTable(
      StoredTable stored,
      UserJson json,
      Clock clock,
      EnvironmentLock lock,
      Function<TaskRequest, TaskReply> tasks) {
    this.stored = stored;
    this.json = json;
    this.clock = clock;
    this.lock = lock;
    this.tasks = tasks;
  }

  StoredTable stored() {
    return stored;
  }

  @Override
  public String name() {
    return stored.name();
  }

  @Override
  public Table key(String partitionKey, AttributeType type) {
    Objects.requireNonNull(partitionKey, "partitionKey");
    return alone(() -> stored.partition(DeclaredIndex.attribute(partitionKey, type)));
  }

  @Override
  public Table sortKey(String sortKey, AttributeType type) {
    Objects.requireNonNull(sortKey, "sortKey");
    return alone(() -> stored.sort(DeclaredIndex.attribute(sortKey, type)));
  }

  @Override
  public TableIndex index(String name) {
    Objects.requireNonNull(name, "name");
    return lock.forTest(() -> stored.index(name, false));
  }

  @Override
  public TableIndex localIndex(String name) {
    Objects.requireNonNull(name, "name");
    return lock.forTest(() -> stored.index(name, true));
  }

  @Override
  public Table timeToLive(String attribute, Duration delay) {
    Objects.requireNonNull(attribute, "attribute");
    Objects.requireNonNull(delay, "delay");
    if (delay.isNegative()) {
      throw new IllegalArgumentException("Items are deleted later, not earlier: found " + delay);
    }
    return alone(() -> stored.rows().expireBy(new TimeToLive(attribute, delay, clock)));
  }

  @Override
  public Table taking(Duration duration) {
    Objects.requireNonNull(duration, "duration");
    if (duration.isNegative()) {
      throw new IllegalArgumentException("A call takes no negative time: found " + duration);
    }
    TimeRange.checked(duration, "The time that a call of a table takes");
    return alone(() -> stored.taking(duration));
  }

  @Override
  public Table put(Object item) {
    JsonNode read = json.read(item, "The item of the table '" + name() + "'");
    return alone(() -> put(read));
  }

  @Override
  public Table putAll(Object items) {
    return putEach(json.read(items, "What is put into the table '" + name() + "'"));
  }

  @Override
  public Table putFile(String resourceOrPath) {
    Objects.requireNonNull(resourceOrPath, "resourceOrPath");
    return putEach(JsonFile.read(resourceOrPath, "file of items").tree());
  }

  private Table putEach(JsonNode items) {
    if (!items.isArray()) {
      throw new IllegalArgumentException(
          "The items of the table '%s' are no JSON array: found %s. One item is put by put(item)."
              .formatted(name(), items.getNodeType()));
    }
    return alone(() -> items.forEach(this::put));
  }

  private void put(JsonNode item) {
    String partition = stored.keys().partition().name();
    if (!item.isObject()) {
      throw new IllegalArgumentException(
          "An item of the table '%s' is a JSON object: found %s".formatted(name(), item));
    }
    try {
      Attributes attributes =
          item.path(partition).isObject()
              ? ValueReader.attributes(item)
              : PlainJson.attributes(item);
      stored.rows().put(stored.keyOf(attributes), attributes);
    } catch (TableException e) {
      throw new IllegalArgumentException(
          "The table '%s' refuses the item %s: %s".formatted(name(), item, e.reason()), e);
    }
  }

  @Override
  public Table delete(Object partitionKey) {
    return alone(() -> stored.rows().remove(key(partitionKey)));
  }

  @Override
  public Table delete(Object partitionKey, Object sortKey) {
    return alone(() -> stored.rows().remove(key(partitionKey, sortKey)));
  }

  @Override
  public Table clear() {
    return alone(stored.rows()::clear);
  }

  @Override
  public Table drop() {
    return alone(stored::drop);
  }

  @Override
  public Item item(Object partitionKey) {
    return find(partitionKey).orElseThrow(() -> noItem(String.valueOf(partitionKey)));
  }

  @Override
  public Item item(Object partitionKey, Object sortKey) {
    return find(partitionKey, sortKey).orElseThrow(() -> noItem(partitionKey + " and " + sortKey));
  }

  @Override
  public Optional<Item> find(Object partitionKey) {
    return lock.forTest(() -> stored.rows().get(key(partitionKey)).map(MemoryItem::new));
  }

  @Override
  public Optional<Item> find(Object partitionKey, Object sortKey) {
    return lock.forTest(() -> stored.rows().get(key(partitionKey, sortKey)).map(MemoryItem::new));
  }

  @Override
  public List<Item> items() {
    return lock.forTest(() -> stored.inOrder().stream().<Item>map(MemoryItem::new).toList());
  }

  @Override
  public List<Item> items(Object partitionKey) {
    return lock.forTest(
        () -> {
          Ordered partition = value(stored.keys().partition(), partitionKey);
          return stored.rows().partition(partition).stream().<Item>map(MemoryItem::new).toList();
        });
  }

  private IllegalArgumentException noItem(String key) {
    List<String> keys =
        lock.forTest(stored::inOrder).stream()
            .map(item -> PlainJson.json(stored.keys().keyPartOf(item)).toString())
            .toList();
    return new IllegalArgumentException(
        "The table '%s' has no item with the key %s.%s"
            .formatted(
                name(),
                key,
                keys.isEmpty() ? " It is empty." : new KnownNames("Its keys", keys).listed()));
  }

  private ItemKey key(Object partitionKey) {
    stored
        .keys()
        .sort()
        .ifPresent(
            sort -> {
              throw new IllegalArgumentException(
                  "The table '%s' has the sort key %s: give its value, too, or ask for items(partitionKey)."
                      .formatted(name(), sort.name()));
            });
    return new ItemKey(value(stored.keys().partition(), partitionKey), Optional.empty());
  }

  private ItemKey key(Object partitionKey, Object sortKey) {
    KeyAttribute sort =
        stored
            .keys()
            .sort()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The table '%s' has no sort key: its key is %s alone."
                            .formatted(name(), stored.keys().partition().name())));
    return new ItemKey(
        value(stored.keys().partition(), partitionKey), Optional.of(value(sort, sortKey)));
  }

  private Ordered value(KeyAttribute key, Object given) {
    Objects.requireNonNull(given, "value of " + key.name());
    AttributeValue value =
        given instanceof byte[] bytes
            ? new AttributeValue.Binary(new String(bytes, StandardCharsets.UTF_8))
            : plain(key, given);
    if (value.type() == key.type()) {
      return (Ordered) value;
    }
    throw new IllegalArgumentException(
        "%s of the table '%s' is of the type %s: found %s"
            .formatted(key.name(), name(), key.type(), given));
  }

  private AttributeValue plain(KeyAttribute key, Object given) {
    if (given instanceof CharSequence text) {
      return key.type() == ValueType.B
          ? new AttributeValue.Binary(text.toString())
          : new AttributeValue.Text(text.toString());
    }
    return PlainJson.value(json.codec().toJson(given));
  }

  private Table alone(Runnable change) {
    lock.forTest(change);
    return this;
  }

  @Override
  public TaskReply handle(TaskRequest request) {
    return tasks.apply(Objects.requireNonNull(request, "request"));
  }

  @Override
  public String toString() {
    return "table '%s' with %s items".formatted(name(), items().size());
  }
}
