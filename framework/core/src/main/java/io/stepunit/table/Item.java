package io.stepunit.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * An item of a {@link Table}, as it was when the test asked for it.
 *
 * <pre>{@code
 * assertThat(env.table("Locks").item("books").at("$.HeldBy")).contains(textNode(run.arn()));
 * }</pre>
 *
 * @since 0.1.0
 */
public interface Item {
  /**
   * The attributes as plain JSON, in the order of their names: {@code {"LockName": "books",
   * "ExpiresAt": 1767225600}}. A set is an array, sorted.
   */
  JsonNode json();

  /**
   * The attributes as DynamoDB writes them: {@code {"LockName": {"S": "books"}, "ExpiresAt": {"N":
   * "1767225600"}}}.
   */
  JsonNode dynamoDbJson();

  /**
   * What stands at a path in the plain JSON; empty if nothing does.
   *
   * @param path JSONPath, such as {@code $.HeldBy}
   * @throws IllegalArgumentException if the path is not a JSONPath
   */
  Optional<JsonNode> at(String path);

  /** Returns the size in bytes, by DynamoDB's rules; an item may have 400 KB. */
  int size();
}
