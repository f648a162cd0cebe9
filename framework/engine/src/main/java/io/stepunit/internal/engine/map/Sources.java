package io.stepunit.internal.engine.map;

import io.stepunit.bucket.StoredObject;

/** What {@code $$.Map.Item.Source} says. */
final class Sources {
  private Sources() {}

  static String of(StoredObject object) {
    return "s3://" + object.bucket() + "/" + object.key();
  }
}
