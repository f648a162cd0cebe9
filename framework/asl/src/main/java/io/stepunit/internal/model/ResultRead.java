package io.stepunit.internal.model;

import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Read;
import java.util.stream.Stream;

/**
 * What a field of a state reads of the state's result.
 *
 * @param field the field's name
 * @param path the way from the result
 */
public record ResultRead(String field, DataPath path) {
  /** Those of an expression that start in a document, but for what may be missing there. */
  static Stream<ResultRead> of(String field, Stream<Read> reads, DataPath.Source document) {
    return reads
        .filter(read -> !read.optional() && read.path().source() == document)
        .map(read -> new ResultRead(field, read.path()));
  }

  /** The same below a place in the document; none if the way leads elsewhere. */
  Stream<ResultRead> below(DataPath place) {
    int length = place.steps().size();
    boolean within =
        path.steps().size() >= length && path.steps().subList(0, length).equals(place.steps());
    return within
        ? Stream.of(
            new ResultRead(
                field,
                new DataPath(path.source(), path.steps().subList(length, path.steps().size()))))
        : Stream.empty();
  }
}
