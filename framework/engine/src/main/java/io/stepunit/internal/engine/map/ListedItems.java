package io.stepunit.internal.engine.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.bucket.Bucket;
import io.stepunit.bucket.StoredObject;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects of a bucket as {@code listObjectsV2} gives them. */
final class ListedItems implements Items {
  private static final double MILLIS = 1000;

  private final String source;
  private final Iterator<StoredObject> objects;

  ListedItems(Bucket bucket, List<StoredObject> objects) {
    this.source = "s3://" + bucket.name();
    this.objects = objects.iterator();
  }

  @Override
  public @Nullable ReadItem next() {
    return objects.hasNext() ? new ReadItem(null, entry(objects.next()), source) : null;
  }

  /** As measured: in this order, the ETag in its quotes, the time in seconds. */
  private static JsonNode entry(StoredObject object) {
    ObjectNode entry = Json.NODES.objectNode();
    entry.put("Etag", object.etag());
    entry.put("Key", object.key());
    entry.put("LastModified", seconds(object.lastModified()));
    entry.put("Size", object.size());
    entry.put("StorageClass", "STANDARD");
    return entry;
  }

  private static double seconds(Instant instant) {
    return instant.toEpochMilli() / MILLIS;
  }
}
