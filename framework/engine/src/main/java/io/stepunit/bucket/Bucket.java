package io.stepunit.bucket;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An S3 bucket in memory, for the ItemReader and ResultWriter of a Distributed Map.
 *
 * <pre>{@code
 * env.bucket("orders").put("2026/in.csv", "id,amount\n7,12\n");
 * env.bucket("orders").put("2026/all.csv", Path.of("src/test/data/all.csv"));
 * env.bucket("orders").putResource("2026/more.csv", "more.csv");
 * }</pre>
 *
 * <p>Tasks that call S3 do not see it: they are answered by mocks, as all Tasks are.
 *
 * @since 0.1.0
 */
public interface Bucket {
  /** The bucket's name. */
  String name();

  /** Puts an object whose content is text in UTF-8. */
  Bucket put(String key, String text);

  /** Puts an object. */
  Bucket put(String key, byte[] bytes);

  /**
   * Puts a file as an object. It is read each time the object is.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  Bucket put(String key, Path file);

  /**
   * Puts a class path resource as an object.
   *
   * @param resource its name, such as {@code orders/in.csv}
   * @throws IllegalArgumentException if there is no such resource
   */
  Bucket putResource(String key, String resource);

  /**
   * Denies the service access to the bucket: an ItemReader fails with {@code
   * States.ItemReaderFailed}, a ResultWriter ends the execution with {@code States.Runtime}. The
   * test itself still may.
   */
  Bucket deniesAccess();

  /** Returns whether the service is denied access. */
  boolean isAccessDenied();

  /**
   * An object.
   *
   * @throws IllegalArgumentException if there is none of this key; tells which there are
   */
  StoredObject object(String key);

  /** Finds an object, empty if there is none with this key. */
  Optional<StoredObject> find(String key);

  /** Returns all objects in the order of their keys. */
  List<StoredObject> objects();

  /** Returns the objects whose keys have a prefix, in the order of their keys. */
  List<StoredObject> objects(String prefix);
}
