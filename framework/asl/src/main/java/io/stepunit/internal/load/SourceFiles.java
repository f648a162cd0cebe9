package io.stepunit.internal.load;

import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.load.template.Document;
import io.stepunit.internal.load.template.FileAccess;
import io.stepunit.internal.load.template.ParseNotes;
import io.stepunit.internal.load.template.PlacedText;
import io.stepunit.internal.load.template.Positions;
import io.stepunit.internal.load.template.RemotePlace;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import java.util.Optional;

/** Parses a source, and reads the files that it refers to. */
public final class SourceFiles implements FileAccess {
  private final SourceText source;
  private final Diagnostics diagnostics;

  public SourceFiles(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  @Override
  public Diagnostics diagnostics() {
    return diagnostics;
  }

  /** The source itself, which may be a template. */
  public Document document() {
    String text = source.content();
    ParseNotes notes = new ParseNotes(mayBeTemplate(text));
    TextFormat format = TextFormat.of(source.name(), text);
    refuseTerraformCode(source.name(), text);
    boolean open = format == TextFormat.JSON && text.contains("${");
    LocatedNode root =
        open
            ? parse(PlacedText.ofFile(source.name(), text), notes)
            : format.parse(source.name(), text, diagnostics, Positions.SAME, notes);
    return new Document(source.name(), text, root, notes, this);
  }

  private void refuseTerraformCode(String file, String text) {
    if (TerraformCode.is(file, text)) {
      throw problem(
          "The file is written in Terraform's own language, which only Terraform evaluates",
          new SourceLocation(file, 1, 1, ""),
          "load what 'terraform show -json plan.out' writes, or the file that the definition stands in");
    }
  }

  /** Whether the text may be a template or use its functions; if not, nobody has to parse it. */
  public boolean mayHaveFunctions() {
    return mayBeTemplate(source.content()) || source.content().contains("!");
  }

  /** The text of the source, or of a file beside it, by what messages call the file. */
  public Optional<String> text(String file) {
    if (file.equals(source.name())) {
      return Optional.of(source.content());
    }
    String folder = source.nameBeside("");
    if (!file.startsWith(folder)) {
      return Optional.empty();
    }
    try {
      return Optional.of(source.beside().read(file, file.substring(folder.length())).content());
    } catch (FileRefusedException e) {
      return Optional.empty();
    }
  }

  /** A text of the source, if it can be deployed as it stands: JSON without open placeholders. */
  public Optional<String> asJson(String text) {
    boolean json = TextFormat.of(source.name(), text) == TextFormat.JSON && !text.contains("${");
    return json ? Optional.of(text) : Optional.empty();
  }

  /** Only in templates does anybody ask where the characters of a text stand. */
  private static boolean mayBeTemplate(String text) {
    return text.contains("StateMachine")
        || text.contains("stateMachines")
        || text.contains("aws_sfn_state_machine");
  }

  @Override
  public LocatedNode parse(PlacedText text) {
    return parse(text, new ParseNotes(false));
  }

  private LocatedNode parse(PlacedText text, ParseNotes notes) {
    refuseTerraformCode(text.file(), text.text());
    TextFormat format = TextFormat.of(text.file(), text.text());
    boolean json = format == TextFormat.JSON || text.text().stripLeading().startsWith("{");
    PlacedText quoted = json ? text.quotedPlaceholders() : text;
    return (json ? TextFormat.JSON : TextFormat.YAML)
        .parse(text.file(), quoted.text(), diagnostics, quoted, notes);
  }

  @Override
  public PlacedText read(String relativePath, SourceLocation asking) {
    SourceText found = beside(relativePath, asking);
    return PlacedText.ofFile(found.name(), found.content());
  }

  @Override
  public Document open(String relativePath, SourceLocation asking) {
    return new SourceFiles(beside(relativePath, asking), diagnostics).document();
  }

  private SourceText beside(String relativePath, SourceLocation asking) {
    if (RemotePlace.is(relativePath)) {
      throw problem(
          "'" + relativePath + "' is not the path of a file",
          asking,
          "StepUnit asks nothing of the network; expected a path that starts beside the template");
    }
    try {
      return source.beside().read(source.nameBeside(relativePath), relativePath);
    } catch (FileRefusedException e) {
      throw problem("The file '" + relativePath + "' " + e.problem(), asking, e.hint());
    }
  }

  @Override
  public boolean exists(String relativePath) {
    return !RemotePlace.is(relativePath) && source.beside().has(relativePath);
  }
}
