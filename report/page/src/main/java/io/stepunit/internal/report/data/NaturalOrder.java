package io.stepunit.internal.report.data;

import java.io.Serializable;
import java.util.Comparator;

/** Orders texts as people do: {@code #2} before {@code #10}. */
final class NaturalOrder implements Comparator<String>, Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public int compare(String a, String b) {
    if (a.equals(b)) {
      return 0;
    }
    int i = firstDifference(a, b);
    int j = i;
    while (i < a.length() && j < b.length()) {
      int endOfA = endOfNumber(a, i);
      int endOfB = endOfNumber(b, j);
      int order =
          endOfA > i && endOfB > j
              ? compareNumbers(a, i, endOfA, b, j, endOfB)
              : Character.compare(a.charAt(i), b.charAt(j));
      if (order != 0) {
        return order;
      }
      i = Math.max(endOfA, i + 1);
      j = Math.max(endOfB, j + 1);
    }
    int rest = Integer.compare(a.length() - i, b.length() - j);
    return rest == 0 ? a.compareTo(b) : rest;
  }

  /** Where texts begin to differ, or the number begins in which they do. */
  private static int firstDifference(String a, String b) {
    int at = 0;
    int end = Math.min(a.length(), b.length());
    while (at < end && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    while (at > 0 && isDigit(a.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int endOfNumber(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Without leading zeros the longer one is greater. */
  private static int compareNumbers(String a, int i, int endOfA, String b, int j, int endOfB) {
    int left = withoutZeros(a, i, endOfA);
    int right = withoutZeros(b, j, endOfB);
    int order = Integer.compare(endOfA - left, endOfB - right);
    while (order == 0 && left < endOfA) {
      order = Character.compare(a.charAt(left++), b.charAt(right++));
    }
    return order;
  }

  private static int withoutZeros(String text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }
}
