package io.stepunit.internal.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.bucket.StoredObject;
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

/** An object whose content is in memory or in a file of the test. */
final class MemoryObject implements StoredObject {
  private final String bucket;
  private final String key;
  private final Content content;
  private final Instant lastModified;

  MemoryObject(String bucket, String key, Content content, Instant lastModified) {
    this.bucket = bucket;
    this.key = key;
    this.content = content;
    this.lastModified = lastModified;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String uri() {
    return "s3://" + bucket + "/" + key;
  }

  @Override
  public String bucket() {
    return bucket;
  }

  @Override
  public Instant lastModified() {
    return lastModified;
  }

  @Override
  public long size() {
    try {
      return content.size();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public InputStream open() {
    try {
      return content.open();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public byte[] bytes() {
    try (InputStream in = open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  @Override
  public JsonNode json() {
    try {
      return Json.parseData(text());
    } catch (JsonTextException e) {
      throw new IllegalStateException("The object " + uri() + " is not JSON: " + e.getMessage(), e);
    }
  }

  @Override
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
