package io.stepunit.internal.bucket;

import io.stepunit.bucket.Bucket;
import io.stepunit.bucket.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A bucket whose objects are in memory or in files of the test. */
public final class MemoryBucket implements Bucket {
  private final String name;
  private final Clock clock;

  /** Read by one thread while another may be at work. */
  private final SortedMap<String, StoredObject> objects =
      Collections.synchronizedSortedMap(new TreeMap<>());

  private boolean deniesAccess;

  MemoryBucket(String name, Clock clock) {
    this.name = name;
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Bucket put(String key, String text) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(text, "text");
    return put(key, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Bucket put(String key, byte[] bytes) {
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(key, "key");
    return put(key, new Content.Bytes(bytes.clone()));
  }

  @Override
  public Bucket put(String key, Path file) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(key, "key");
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "The file %s for the object %s does not exist; relative paths start at %s."
              .formatted(file, uri(key), Path.of("").toAbsolutePath()));
    }
    return put(key, new Content.OnDisk(file));
  }

  @Override
  public Bucket putResource(String key, String resource) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(resource, "resource");
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context != null ? context : MemoryBucket.class.getClassLoader();
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
    objects.put(key, new MemoryObject(name, key, content, clock.instant()));
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

  @Override
  public Bucket deniesAccess() {
    deniesAccess = true;
    return this;
  }

  @Override
  public boolean isAccessDenied() {
    return deniesAccess;
  }

  @Override
  public StoredObject object(String key) {
    Objects.requireNonNull(key, "key");
    return find(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no object %s. The bucket has %s."
                        .formatted(uri(key), objects.isEmpty() ? "none" : firstKeys())));
  }

  private String firstKeys() {
    List<String> all = List.copyOf(objects.keySet());
    List<String> keys = all.stream().limit(20).toList();
    int more = all.size() - keys.size();
    return String.join(", ", keys) + (more > 0 ? " and " + more + " more" : "");
  }

  @Override
  public Optional<StoredObject> find(String key) {
    Objects.requireNonNull(key, "key");
    return Optional.ofNullable(objects.get(key));
  }

  @Override
  public List<StoredObject> objects() {
    return List.copyOf(objects.values());
  }

  @Override
  public List<StoredObject> objects(String prefix) {
    Objects.requireNonNull(prefix, "prefix");
    return objects().stream().filter(object -> object.key().startsWith(prefix)).toList();
  }

  private String uri(String key) {
    return "s3://" + name + "/" + key;
  }

  @Override
  public String toString() {
    return "s3://" + name;
  }
}
