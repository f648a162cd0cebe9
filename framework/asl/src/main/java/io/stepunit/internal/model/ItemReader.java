package io.stepunit.internal.model;

import io.stepunit.internal.expression.Expr;
import java.util.Optional;

/**
 * {@code ItemReader}: where the items of a Distributed Map come from instead of the state's input.
 *
 * @param resource {@code Resource}: {@code arn:aws:states:::s3:getObject} or {@code
 *     arn:aws:states:::s3:listObjectsV2}
 * @param arguments {@code Parameters} or {@code Arguments}
 * @param config {@code ReaderConfig}
 */
public record ItemReader(String resource, Optional<Expr> arguments, ReaderConfig config) {
  /** Whether the reader lists objects instead of reading one. */
  public boolean lists() {
    return resource.endsWith(":s3:listObjectsV2");
  }

  /** {@code ReaderConfig.ItemsPointer}, a JSON pointer to the array. */
  public Optional<String> itemsPointer() {
    return config.itemsPointer();
  }

  static ItemReader read(Fields reader) {
    ItemReader read =
        new ItemReader(
            reader.requiredText("Resource"),
            Distributed.arguments(reader),
            reader
                .optional("ReaderConfig")
                .map(node -> ReaderConfig.read(reader.of(node, "a ReaderConfig")))
                .orElseGet(() -> ReaderConfig.none(reader.location())));
    reader.done();
    return read;
  }
}
