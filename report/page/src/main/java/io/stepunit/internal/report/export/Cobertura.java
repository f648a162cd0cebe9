package io.stepunit.internal.report.export;

import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.data.ReportData;
import io.stepunit.internal.report.data.RunRecord;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Coverage as Cobertura writes it, which most services that show coverage read: valid against its
 * {@code coverage-04.dtd}. A definition is a class, its folder a package.
 */
public final class Cobertura {
  private static final String NO_COMPLEXITY = "0";
  private static final Pattern NOT_IN_XML =
      Pattern.compile("[^\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private final XMLStreamWriter xml;
  private int depth;

  private Cobertura(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The text of the file; definitions that are in no file are left out. */
  public static String text(ReportData data, List<DefinitionCoverage> coverage) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new Cobertura(xml).write(startOf(data), files(coverage));
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Text in memory could not be written", e);
    }
    return text.append('\n').toString();
  }

  /** A definition with its lines. */
  private record Covered(String title, String file, LineCoverage lines) {
    String folder() {
      return file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : ".";
    }
  }

  private static List<Covered> files(List<DefinitionCoverage> coverage) {
    return coverage.stream().flatMap(covered -> file(covered).stream()).toList();
  }

  private static Optional<Covered> file(DefinitionCoverage covered) {
    return covered
        .definition()
        .file()
        .map(file -> new Covered(covered.title(), file, LineCoverage.of(covered)));
  }

  /** When the tests began: the same for the same records. */
  private static long startOf(ReportData data) {
    return data.runs().stream()
        .map(RunRecord::startedAt)
        .flatMap(text -> instant(text).stream())
        .mapToLong(Instant::toEpochMilli)
        .min()
        .orElse(0);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private void write(long start, List<Covered> files) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeDTD("\n");
    open("coverage");
    rates(files.stream().map(Covered::lines).toList());
    counts(files.stream().map(Covered::lines).toList());
    attribute("version", "StepUnit");
    attribute("timestamp", String.valueOf(start));
    open("sources");
    newLine();
    xml.writeStartElement("source");
    xml.writeCharacters(".");
    xml.writeEndElement();
    close();
    open("packages");
    SortedMap<String, List<Covered>> folders = new TreeMap<>();
    files.forEach(
        file -> folders.computeIfAbsent(file.folder(), it -> new ArrayList<>()).add(file));
    for (Map.Entry<String, List<Covered>> folder : folders.entrySet()) {
      writePackage(folder.getKey(), folder.getValue());
    }
    close();
    close();
    xml.writeEndDocument();
  }

  private void writePackage(String folder, List<Covered> files) throws XMLStreamException {
    open("package");
    attribute("name", folder);
    rates(files.stream().map(Covered::lines).toList());
    open("classes");
    for (Covered file : files) {
      writeClass(file);
    }
    close();
    close();
  }

  private void writeClass(Covered file) throws XMLStreamException {
    open("class");
    attribute("name", file.title());
    attribute("filename", file.file());
    rates(List.of(file.lines()));
    newLine();
    xml.writeEmptyElement("methods");
    open("lines");
    for (Map.Entry<Integer, LineCoverage.Line> line : file.lines().lines().entrySet()) {
      writeLine(line.getKey(), line.getValue());
    }
    close();
    close();
  }

  private void writeLine(int number, LineCoverage.Line line) throws XMLStreamException {
    boolean isPlain = line.branches().isEmpty();
    if (isPlain) {
      newLine();
      xml.writeEmptyElement("line");
    } else {
      open("line");
    }
    attribute("number", String.valueOf(number));
    attribute("hits", String.valueOf(line.hits()));
    attribute("branch", String.valueOf(!isPlain));
    if (!isPlain) {
      int all = line.branches().size();
      attribute(
          "condition-coverage",
          "%s%% (%s/%s)".formatted(100 * line.taken() / all, line.taken(), all));
      writeConditions(line.branches());
      close();
    }
  }

  private void writeConditions(List<Long> branches) throws XMLStreamException {
    open("conditions");
    for (int i = 0; i < branches.size(); i++) {
      newLine();
      xml.writeEmptyElement("condition");
      attribute("number", String.valueOf(i));
      attribute("type", "jump");
      attribute("coverage", branches.get(i) > 0 ? "100%" : "0%");
    }
    close();
  }

  private void rates(List<LineCoverage> files) throws XMLStreamException {
    attribute("line-rate", rate(sum(files, LineCoverage::linesHit), lines(files)));
    attribute(
        "branch-rate",
        rate(sum(files, LineCoverage::branchesTaken), sum(files, LineCoverage::branches)));
    attribute("complexity", NO_COMPLEXITY);
  }

  private void counts(List<LineCoverage> files) throws XMLStreamException {
    attribute("lines-covered", String.valueOf(sum(files, LineCoverage::linesHit)));
    attribute("lines-valid", String.valueOf(lines(files)));
    attribute("branches-covered", String.valueOf(sum(files, LineCoverage::branchesTaken)));
    attribute("branches-valid", String.valueOf(sum(files, LineCoverage::branches)));
  }

  private static int lines(List<LineCoverage> files) {
    return sum(files, file -> file.lines().size());
  }

  private static int sum(List<LineCoverage> files, ToIntFunction<LineCoverage> count) {
    return files.stream().mapToInt(count).sum();
  }

  private static String rate(int reached, int all) {
    return all == 0 ? "1.0" : String.format(Locale.ROOT, "%.4f", (double) reached / all);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, NOT_IN_XML.matcher(value).replaceAll("?"));
  }

  private void open(String element) throws XMLStreamException {
    if (depth > 0) {
      newLine();
    }
    xml.writeStartElement(element);
    depth++;
  }

  private void close() throws XMLStreamException {
    depth--;
    newLine();
    xml.writeEndElement();
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
