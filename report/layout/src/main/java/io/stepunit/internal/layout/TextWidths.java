package io.stepunit.internal.layout;

import java.util.List;

/**
 * How wide texts are in a font without serifs, by a table of its own: the fonts of the machine have
 * no say, so that places are the same everywhere.
 *
 * <p>The table has the widths of Noto Sans, which is one of the wider fonts that readers have; what
 * a browser takes instead, or a heavier weight, needs up to 8 % more.
 */
public final class TextWidths {
  /** Of ' ' to '~', in thousandths of the font's size. */
  private static final short[] ASCII = {
    260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, //
    572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, //
    899, 639, 650, 632, 730, 556, 519, 728, 741, 339, 273, 619, 524, 907, 760, 781, //
    605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329, 372, 329, 572, 444, //
    281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605, //
    615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572
  };

  /** Chinese, Japanese, Korean, and pictures such as emoji. */
  private static final List<Range> SQUARES =
      List.of(
          new Range(0x1100, 0x11FF),
          new Range(0x2E80, 0xA4CF),
          new Range(0xAC00, 0xD7FF),
          new Range(0xF900, 0xFAFF),
          new Range(0xFE30, 0xFE6F),
          new Range(0xFF00, 0xFF60),
          new Range(0x1F000, 0x3FFFF));

  private static final int OTHER_LETTER = 660;
  private static final int SQUARE = 1000;
  private static final double RESERVE = 1.08;

  private TextWidths() {}

  /**
   * The width that a text may need.
   *
   * @param size of the font, in pixels
   */
  public static double of(String text, double size) {
    return text.codePoints().map(TextWidths::thousandths).sum() * size / 1000 * RESERVE;
  }

  private static int thousandths(int codePoint) {
    if (codePoint >= ' ' && codePoint <= '~') {
      return ASCII[codePoint - ' '];
    }
    if (codePoint >= 0x300 && codePoint < 0x370) {
      return 0; // Accents over the letter before.
    }
    return isSquare(codePoint) ? SQUARE : OTHER_LETTER;
  }

  private static boolean isSquare(int codePoint) {
    return SQUARES.stream().anyMatch(range -> range.has(codePoint));
  }

  private record Range(int from, int to) {
    boolean has(int codePoint) {
      return codePoint >= from && codePoint <= to;
    }
  }
}
