package io.stepunit.internal.load.template;

import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;

/**
 * The files beside a template, whose problems are nobody's: they are thrown, but not collected.
 *
 * @param files the files
 * @param diagnostics collects what nobody reads
 */
record QuietFiles(FileAccess files, Diagnostics diagnostics) implements FileAccess {
  QuietFiles(FileAccess files) {
    this(files, new Diagnostics());
  }

  @Override
  public PlacedText read(String relativePath, SourceLocation asking) {
    return files.read(relativePath, asking);
  }

  @Override
  public boolean exists(String relativePath) {
    return files.exists(relativePath);
  }

  @Override
  public Document open(String relativePath, SourceLocation asking) {
    return files.open(relativePath, asking);
  }

  @Override
  public LocatedNode parse(PlacedText text) {
    return files.parse(text);
  }
}
