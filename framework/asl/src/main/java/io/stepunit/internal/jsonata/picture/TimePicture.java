package io.stepunit.internal.jsonata.picture;

import io.stepunit.internal.jsonata.JsonataError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture of times, such as {@code [Y0001]-[M01]-[D01]}.
 *
 * <p>See "Formatting dates and times" in XPath and XQuery Functions and Operators 3.1, 9.8.
 */
public final class TimePicture {
  private static final TimePicture ISO =
      of("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]");

  private final List<Part> parts;

  /** A text that stands for itself, or a part of the time. */
  private sealed interface Part {
    /** A text that stands for itself. */
    record Literal(String text) implements Part {}

    /** A part of the time. */
    record Variable(Marker marker) implements Part {}
  }

  private TimePicture(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** The picture of ISO 8601, with milliseconds and an offset. */
  public static TimePicture iso() {
    return ISO;
  }

  /**
   * Reads a picture of times.
   *
   * @throws JsonataError if a bracket is not closed, or a part is unknown
   */
  public static TimePicture of(String picture) {
    List<Part> parts = new ArrayList<>();
    int start = 0;
    int open = picture.indexOf('[');
    while (open >= 0) {
      addLiteral(parts, picture.substring(start, open));
      if (picture.startsWith("[[", open)) {
        parts.add(new Part.Literal("["));
        start = open + 2;
      } else {
        int close = picture.indexOf(']', open);
        if (close < 0) {
          throw new JsonataError("D3135");
        }
        parts.add(new Part.Variable(Marker.of(picture.substring(open + 1, close))));
        start = close + 1;
      }
      open = picture.indexOf('[', start);
    }
    addLiteral(parts, picture.substring(start));
    return new TimePicture(parts);
  }

  private static void addLiteral(List<Part> parts, String text) {
    if (!text.isEmpty()) {
      parts.add(new Part.Literal(text.replace("]]", "]")));
    }
  }

  /**
   * The time as the picture shows it.
   *
   * @param millis since 1970; a time that does not exist is written as not a number
   * @param zone the offset as hours and minutes, such as {@code +0530}; null for none
   * @throws JsonataError if the picture cannot show a part so
   */
  public String format(double millis, @Nullable String zone) {
    TimeWriter writer = TimeWriter.of(millis, zone);
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Part.Literal literal) {
        text.append(literal.text());
      } else if (part instanceof Part.Variable variable) {
        text.append(writer.write(variable.marker()));
      }
    }
    return text.toString();
  }

  /** Reads texts of this picture. */
  public TimeReader reader() {
    TimeReader.Builder reader = new TimeReader.Builder();
    for (Part part : parts) {
      if (part instanceof Part.Literal literal) {
        reader.literal(literal.text());
      } else if (part instanceof Part.Variable variable) {
        reader.variable(variable.marker());
      }
    }
    return reader.build();
  }
}
