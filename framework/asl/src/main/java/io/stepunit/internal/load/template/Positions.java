package io.stepunit.internal.load.template;

/** Where a line and column of a text that is parsed stand in the file that people know. */
public interface Positions {
  /** The text is the file. */
  Positions SAME =
      new Positions() {
        @Override
        public int line(int line, int column) {
          return line;
        }

        @Override
        public int column(int line, int column) {
          return column;
        }
      };

  /** The file's line, 1-based, of a line and column of the text, both 1-based. */
  int line(int line, int column);

  /** The file's column, 1-based, of a line and column of the text, both 1-based. */
  int column(int line, int column);
}
