package io.stepunit.internal.jsonata;

/** A signature says something that JSONata does not support. */
final class SignatureProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int offset;

  SignatureProblem(String code, int offset) {
    super(code, null, false, false);
    this.code = code;
    this.offset = offset;
  }

  String code() {
    return code;
  }

  String text() {
    return ErrorTexts.text(code, name -> Values.UNDEFINED);
  }

  /** Where in the signature, from 0. */
  int offset() {
    return offset;
  }
}
