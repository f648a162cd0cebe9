package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes the members of a record. */
@FunctionalInterface
interface RecordLine {
  void writeTo(JsonGenerator json) throws IOException;
}
