package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.bucket.StoredObject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The objects that a case begins with, and those that it finds. */
final class Buckets {
  private final CaseWorld world;

  Buckets(CaseWorld world) {
    this.world = world;
  }

  static void fill(JsonNode buckets, StepFunctionsEnvironment env) {
    buckets
        .fields()
        .forEachRemaining(
            bucket ->
                bucket
                    .getValue()
                    .fields()
                    .forEachRemaining(
                        object ->
                            env.bucket(bucket.getKey())
                                .put(object.getKey(), object.getValue().textValue())));
  }

  /** An object of one of the buckets that the definition names. */
  Optional<StoredObject> find(String key) {
    Set<String> names = new TreeSet<>(world.json().path("definition").findValuesAsText("Bucket"));
    return names.stream()
        .map(name -> world.env().bucket(name).find(key))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
