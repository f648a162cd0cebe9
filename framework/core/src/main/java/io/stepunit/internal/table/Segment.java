package io.stepunit.internal.table;

import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.AttributeValue.Ordered;
import io.stepunit.internal.table.value.ItemKey;
import io.stepunit.internal.table.value.TableException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The part of a table that one worker of a parallel Scan reads.
 *
 * @param number counted from 0
 * @param total how many there are
 */
record Segment(int number, int total) {
  private static final String SEGMENT = "Segment";
  private static final String TOTAL = "TotalSegments";

  /**
   * The segment that a request asks for; the only one if it asks for none.
   *
   * @throws TableException {@code ValidationException} if it tells one of both numbers, or none
   *     that there is
   */
  static Segment of(TableRequest request) {
    OptionalInt number = request.number(SEGMENT, 0);
    OptionalInt total = request.number(TOTAL, 1);
    if (number.isPresent() != total.isPresent()) {
      String missing = number.isPresent() ? TOTAL : SEGMENT;
      String given = number.isPresent() ? SEGMENT : TOTAL;
      throw TableException.invalid(
          "The %s parameter is required but was not present in the request when %s parameter is present"
              .formatted(missing, given));
    }
    if (number.isPresent() && number.getAsInt() >= total.getAsInt()) {
      throw TableException.invalid(
          "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: %s is not less than TotalSegments: %s"
              .formatted(number.getAsInt(), total.getAsInt()));
    }
    return new Segment(number.orElse(0), total.orElse(1));
  }

  boolean has(Source source, Attributes item) {
    Ordered partition = (Ordered) item.get(source.keys().partition().name()).orElseThrow();
    int hash = new ItemKey(partition, Optional.empty()).hash();
    return Math.floorMod(hash, total) == number;
  }
}
