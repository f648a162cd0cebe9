package io.stepunit.internal.jsonata.picture;

import io.stepunit.internal.jsonata.JsonataError;

/** A picture without digits: XPath leaves it to each implementation, and JSONata has none. */
final class UnsupportedSequence extends IntegerPicture {
  private final String token;

  UnsupportedSequence(String token) {
    this.token = token;
  }

  @Override
  public double parse(String text) {
    throw new JsonataError("D3130").with("value", token);
  }

  @Override
  String formatSize(double size) {
    throw new JsonataError("D3130").with("value", token);
  }

  @Override
  String expression(double digits) {
    throw new JsonataError("D3130").with("value", token);
  }
}
