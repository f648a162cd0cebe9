package io.stepunit.internal.reach;

import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.json.Json;

/** What the data has to be like, for people. */
final class WantText {
  private WantText() {}

  /** {@code $.order.total to be 100}. */
  static String of(Want want) {
    String place = of(want.path());
    if (want.value() instanceof Want.Value.Is is) {
      return place + " to be " + Json.text(is.json());
    }
    return place
        + (want.value() instanceof Want.Value.Nothing ? " not to be there" : " to be there");
  }

  static String of(DataPath path) {
    StringBuilder text = new StringBuilder(root(path));
    for (DataPath.Step step : path.steps()) {
      if (step instanceof DataPath.Step.Field field) {
        text.append(text.length() == 1 && path.source() == DataPath.Source.VARIABLE ? "" : ".");
        text.append(field.field());
      } else if (step instanceof DataPath.Step.Item item) {
        text.append('[').append(item.index()).append(']');
      } else {
        text.append("[*]");
      }
    }
    return text.toString();
  }

  private static String root(DataPath path) {
    return switch (path.source()) {
      case INPUT, VARIABLE -> "$";
      case CONTEXT -> "$$";
      case RESULT -> "$states.result";
      case ERROR_OUTPUT -> "$states.errorOutput";
    };
  }
}
