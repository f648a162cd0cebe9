package io.stepunit.internal.table;

/** What a Query or a Scan returns of its items. */
enum Select {
  SPECIFIC_ATTRIBUTES,
  COUNT,
  ALL_ATTRIBUTES,
  ALL_PROJECTED_ATTRIBUTES
}
