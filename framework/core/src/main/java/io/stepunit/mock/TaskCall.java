package io.stepunit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.JsonCodec;
import io.stepunit.TaskRequest;
import java.lang.reflect.Type;

/**
 * A call of a mocked Task, passed to its answer: a {@link TaskRequest} whose input can be read as
 * objects.
 *
 * @since 0.1.0
 */
public interface TaskCall extends TaskRequest {
  /**
   * A part of the input.
   *
   * @param path JSONPath, such as {@code $.mail}
   * @throws IllegalArgumentException if the path is not a JSONPath into the input, or finds nothing
   */
  JsonNode inputAt(String path);

  /**
   * The input as an object, by the environment's {@link JsonCodec}.
   *
   * @throws IllegalArgumentException if the input does not fit the type
   */
  <T> T inputAs(Class<T> type);

  /**
   * The input as an object of a generic type.
   *
   * @throws IllegalArgumentException if the input does not fit the type
   */
  <T> T inputAs(Type type);
}
