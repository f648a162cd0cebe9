package io.stepunit.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.time.Instant;

/**
 * An object in a {@link Bucket}, put there by a test or written by a ResultWriter.
 *
 * <pre>{@code
 * JsonNode manifest = env.bucket("results").object("runs/…/manifest.json").json();
 * }</pre>
 *
 * @since 0.1.0
 */
public interface StoredObject {
  /** The object's key. */
  String key();

  /** The object's URI: {@code s3://bucket/key}. */
  String uri();

  /** The name of the bucket that the object is in. */
  String bucket();

  /** Returns the virtual time at which the object was written. */
  Instant lastModified();

  /** Returns the size in bytes. */
  long size();

  /** The bytes, to be read from the start. */
  InputStream open();

  /** All the bytes. */
  byte[] bytes();

  /** The object as text in UTF-8. */
  String text();

  /**
   * The object as JSON.
   *
   * @throws IllegalStateException if it is none; tells the line
   */
  JsonNode json();

  /** The MD5 of the bytes in quotes, as S3 gives it for small objects. */
  String etag();
}
