package io.stepunit.internal.load;

import io.stepunit.internal.load.template.Positions;
import org.yaml.snakeyaml.error.Mark;

/** The parser counts lines and columns from 0, people and editors count from 1. */
final class YamlPlaces {
  private final Positions positions;

  YamlPlaces(Positions positions) {
    this.positions = positions;
  }

  int line(Mark mark) {
    return positions.line(mark.getLine() + 1, mark.getColumn() + 1);
  }

  int column(Mark mark) {
    return positions.column(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
