package io.stepunit.explore;

/** What a value is used as. */
enum Kind {
  /** Nobody says. */
  ANY,
  TEXT,
  NUMBER,
  FLAG,
  TIME,
  LIST,
  OBJECT,
  /** A text that is JSON. */
  JSON_TEXT
}
