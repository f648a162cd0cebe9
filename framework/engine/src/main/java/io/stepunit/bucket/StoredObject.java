package io.stepunit.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An object in a {@link Bucket}, put there by a test or written by a ResultWriter.
 *
 * <pre>{@code
 * JsonNode manifest = env.bucket("results").object("runs/…/manifest.json").json();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class StoredObject {
  private final String bucket;
  private final String key;
  private final Content content;
  private final Instant lastModified;

  StoredObject(String bucket, String key, Content content, Instant lastModified) {
    this.bucket = bucket;
    this.key = key;
    this.content = content;
    this.lastModified = lastModified;
  }

  /** The object's key. */
  public String key() {
    return key;
  }

  /** The object's URI: {@code s3://bucket/key}. */
  public String uri() {
    return "s3://" + bucket + "/" + key;
  }

  /** The name of the bucket that the object is in. */
  public String bucket() {
    return bucket;
  }

  /** Returns the virtual time at which the object was written. */
  public Instant lastModified() {
    return lastModified;
  }

  /** Returns the size in bytes. */
  public long size() {
    try {
      return content.size();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The bytes, to be read from the start. */
  public InputStream open() {
    try {
      return content.open();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** All the bytes. */
  public byte[] bytes() {
    try (InputStream in = open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The object as text in UTF-8. */
  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /**
   * The object as JSON.
   *
   * @throws IllegalStateException if it is none; tells the line
   */
  public JsonNode json() {
    try {
      return Json.parseData(text());
    } catch (JsonTextException e) {
      throw new IllegalStateException("The object " + uri() + " is not JSON: " + e.getMessage(), e);
    }
  }

  /** The MD5 of the bytes in quotes, as S3 gives it for small objects. */
  public String etag() {
    try (InputStream in = open()) {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      byte[] block = new byte[8192];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
      return '"' + HexFormat.of().formatHex(digest.digest()) + '"';
    } catch (IOException e) {
      throw unreadable(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }

  private UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException("The object " + uri() + " cannot be read: " + e, e);
  }

  @Override
  public String toString() {
    return uri();
  }
}
