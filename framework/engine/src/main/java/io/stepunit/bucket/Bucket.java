package io.stepunit.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
public final class Bucket {
  private final String name;
  private final Clock clock;
  private final SortedMap<String, StoredObject> objects = new TreeMap<>();
  private boolean deniesAccess;

  Bucket(String name, Clock clock) {
    this.name = name;
    this.clock = clock;
  }

  /** The bucket's name. */
  public String name() {
    return name;
  }

  /** Puts an object whose content is text in UTF-8. */
  public Bucket put(String key, String text) {
    return put(key, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts an object. */
  public Bucket put(String key, byte[] bytes) {
    return put(key, new Content.Bytes(bytes.clone()));
  }

  /**
   * Puts a file as an object. It is read each time the object is.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  public Bucket put(String key, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "The file %s for the object %s is not there; relative paths begin at %s."
              .formatted(file, uri(key), Path.of("").toAbsolutePath()));
    }
    return put(key, new Content.OnDisk(file));
  }

  /**
   * Puts a class path resource as an object.
   *
   * @param resource its name, such as {@code orders/in.csv}
   * @throws IllegalArgumentException if there is no such resource
   */
  public Bucket putResource(String key, String resource) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context != null ? context : Bucket.class.getClassLoader();
    String path = resource.startsWith("/") ? resource.substring(1) : resource;
    try (InputStream in = loader.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "The class path has no resource '%s' for the object %s.".formatted(resource, uri(key)));
      }
      return put(key, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("The resource '" + resource + "' cannot be read: " + e, e);
    }
  }

  private Bucket put(String key, Content content) {
    objects.put(key, new StoredObject(name, key, content, clock.instant()));
    return this;
  }

  /**
   * Puts what was written with compression; it reads as what was compressed.
   *
   * @param gzip the bytes in gzip's format
   * @param size how many bytes they stand for
   */
  public void putCompressed(String key, byte[] gzip, long size) {
    put(key, new Content.Compressed(gzip, size));
  }

  /**
   * Denies the service access to the bucket: an ItemReader fails with {@code
   * States.ItemReaderFailed}, a ResultWriter with {@code States.ResultWriterFailed}. The test
   * itself still may.
   */
  public Bucket deniesAccess() {
    deniesAccess = true;
    return this;
  }

  /** Returns whether the service is denied access. */
  public boolean isAccessDenied() {
    return deniesAccess;
  }

  /**
   * An object.
   *
   * @throws IllegalArgumentException if there is none of this key; tells which there are
   */
  public StoredObject object(String key) {
    return find(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no object %s. The bucket has %s."
                        .formatted(uri(key), objects.isEmpty() ? "none" : firstKeys())));
  }

  private String firstKeys() {
    List<String> keys = objects.keySet().stream().limit(20).toList();
    int more = objects.size() - keys.size();
    return String.join(", ", keys) + (more > 0 ? " and " + more + " more" : "");
  }

  /** Finds an object, empty if there is none with this key. */
  public Optional<StoredObject> find(String key) {
    return Optional.ofNullable(objects.get(key));
  }

  /** Returns all objects in the order of their keys. */
  public List<StoredObject> objects() {
    return List.copyOf(objects.values());
  }

  /** Returns the objects whose keys have a prefix, in the order of their keys. */
  public List<StoredObject> objects(String prefix) {
    return objects.values().stream().filter(object -> object.key().startsWith(prefix)).toList();
  }

  private String uri(String key) {
    return "s3://" + name + "/" + key;
  }

  @Override
  public String toString() {
    return "s3://" + name;
  }
}
