package io.stepunit.internal.table;

/** How closely an operation tells what it consumed. */
enum ReturnConsumedCapacity {
  INDEXES,
  TOTAL,
  NONE
}
