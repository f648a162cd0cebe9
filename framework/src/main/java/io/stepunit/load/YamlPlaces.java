package io.stepunit.load;

import org.yaml.snakeyaml.error.Mark;

/** The parser counts lines and columns from 0, people and editors count from 1. */
final class YamlPlaces {
  private YamlPlaces() {}

  static int line(Mark mark) {
    return mark.getLine() + 1;
  }

  static int column(Mark mark) {
    return mark.getColumn() + 1;
  }
}
