package io.stepunit.internal.engine.map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An item of a Map Run as it was read.
 *
 * @param key the field's name where the items are those of an object, else null
 * @param value the item
 * @param source where it comes from: {@code STATE_DATA}, {@code s3://bucket} or {@code
 *     s3://bucket/key}
 */
public record ReadItem(@Nullable String key, JsonNode value, String source) {}
