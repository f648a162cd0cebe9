package io.stepunit.internal.load.template;

import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.Rule;
import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;

/** Reads what a template refers to; parses texts. Knows where the template lies. */
public interface FileAccess {
  /**
   * The text of a file beside this one.
   *
   * @param relativePath as the template says it
   * @param asking who refers to it, for the message
   * @throws io.stepunit.asl.InvalidDefinitionException if it cannot be read
   */
  PlacedText read(String relativePath, SourceLocation asking);

  /** Whether there is a file beside this one. */
  boolean exists(String relativePath);

  /** A file beside this one, which may be a template itself. */
  Document open(String relativePath, SourceLocation asking);

  /** Parses a definition; its format is that of the file's name, or what it looks like. */
  LocatedNode parse(PlacedText text);

  /** The problems found so far. */
  Diagnostics diagnostics();

  /** A problem that ends the reading, to be thrown. */
  default InvalidDefinitionException problem(String message, SourceLocation location, String hint) {
    diagnostics().report(Rule.UNREADABLE_TEMPLATE, message, location, hint);
    return diagnostics().asException();
  }

  /** The problem of a property that names an object in S3, or any other URL. */
  default InvalidDefinitionException inS3(String property, SourceLocation location) {
    return problem(
        property + " names an object in S3, which StepUnit does not read",
        location,
        "load the template as it is before packaging, or the definition's own file");
  }
}
