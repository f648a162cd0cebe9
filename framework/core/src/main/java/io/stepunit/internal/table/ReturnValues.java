package io.stepunit.internal.table;

/** What a write tells of its item. */
enum ReturnValues {
  ALL_NEW,
  UPDATED_OLD,
  ALL_OLD,
  NONE,
  UPDATED_NEW
}
