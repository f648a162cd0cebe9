package io.stepunit.table;

import io.stepunit.TaskHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A DynamoDB table in memory. Once its key is named, it answers the Tasks that call DynamoDB for it
 * and have no mock, with conditions, updates, queries, transactions and DynamoDB's errors.
 *
 * <pre>{@code
 * Table locks = env.table("Locks").key("LockName").timeToLive("ExpiresAt");
 * locks.put(Map.of("LockName", "toys", "HeldBy", "somebody else"));
 *
 * order.run(ORDER);
 *
 * assertThat(locks).hasItem("books", lock -> lock.hasAttribute("HeldBy", run.arn()));
 * }</pre>
 *
 * <p>A value of a key is a text, a number or a byte array. An item is JSON: text, a tree, a map or
 * a record, with plain values or, if the value of its partition key is an object such as {@code
 * {"S": "books"}}, as DynamoDB writes it.
 *
 * <p>It is also a {@link TaskHandler}, for a mock whose later answers are the table's: {@code
 * mock("TakeLock").fails("DynamoDB.ThrottlingException").times(2).then().handledBy(locks)}.
 *
 * @since 0.1.0
 */
public interface Table extends TaskHandler {
  /** The table's name. */
  String name();

  /** Names the partition key, a text. */
  default Table key(String partitionKey) {
    return key(partitionKey, AttributeType.S);
  }

  /**
   * Names the partition key.
   *
   * @throws IllegalStateException if the table has items already, with another key
   */
  Table key(String partitionKey, AttributeType type);

  /** Names the sort key, a text. */
  default Table sortKey(String sortKey) {
    return sortKey(sortKey, AttributeType.S);
  }

  /**
   * Names the sort key.
   *
   * @throws IllegalStateException if the table has items already, with another key
   */
  Table sortKey(String sortKey, AttributeType type);

  /** Returns a global secondary index, which is there once its key is named. */
  TableIndex index(String name);

  /**
   * Returns a local secondary index, which has the table's partition key and is there once its sort
   * key is named.
   */
  TableIndex localIndex(String name);

  /**
   * Deletes items at the time that an attribute of theirs tells, a number of epoch seconds, in
   * virtual time. AWS may take days for it, in which they are still read: see {@link
   * #timeToLive(String, Duration)}.
   */
  default Table timeToLive(String attribute) {
    return timeToLive(attribute, Duration.ZERO);
  }

  /**
   * Deletes items some time after the one that an attribute of theirs tells.
   *
   * @param attribute a number of epoch seconds; items with anything else there are kept
   * @param delay how much later, in virtual time; not negative
   */
  Table timeToLive(String attribute, Duration delay);

  /**
   * Sets the virtual time that each call of a Task takes; none by default. What is written is there
   * from its start.
   *
   * @param duration not negative
   */
  Table taking(Duration duration);

  /**
   * Puts an item, in place of one with the same key.
   *
   * @param item JSON, as above
   * @throws IllegalArgumentException if DynamoDB would refuse it; tells why
   * @throws IllegalStateException if the table's key is not named yet
   */
  Table put(Object item);

  /**
   * Puts items.
   *
   * @param items a JSON array: text, a tree, a list, or a {@link java.nio.file.Path} to a file
   * @throws IllegalArgumentException if DynamoDB would refuse one; tells which and why
   */
  Table putAll(Object items);

  /**
   * Puts the items of a file.
   *
   * @param resourceOrPath a JSON file with an array: a class path resource, or else a file
   * @throws IllegalArgumentException if it is not there, or DynamoDB would refuse one of its items
   */
  Table putFile(String resourceOrPath);

  /** Deletes an item, if it is there. */
  Table delete(Object partitionKey);

  /** Deletes an item of a table with a sort key, if it is there. */
  Table delete(Object partitionKey, Object sortKey);

  /** Deletes all items. */
  Table clear();

  /**
   * Deletes the table itself: Tasks that call it fail with {@code ResourceNotFoundException} until
   * its key is named again.
   */
  Table drop();

  /**
   * An item.
   *
   * @throws IllegalArgumentException if there is none with this key; tells which there are
   */
  Item item(Object partitionKey);

  /**
   * An item of a table with a sort key.
   *
   * @throws IllegalArgumentException if there is none with this key; tells which there are
   */
  Item item(Object partitionKey, Object sortKey);

  /** Finds an item, empty if there is none with this key. */
  Optional<Item> find(Object partitionKey);

  /** Finds an item of a table with a sort key, empty if there is none with this key. */
  Optional<Item> find(Object partitionKey, Object sortKey);

  /** Returns all items in the order of their keys. */
  List<Item> items();

  /** Returns the items with a partition key, in the order of their sort keys. */
  List<Item> items(Object partitionKey);
}
