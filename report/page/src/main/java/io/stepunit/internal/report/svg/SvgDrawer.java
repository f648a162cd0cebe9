package io.stepunit.internal.report.svg;

import io.stepunit.internal.graph.GraphDrawer;
import io.stepunit.internal.graph.GraphMarks;
import io.stepunit.internal.graph.MachineGraph;
import io.stepunit.internal.layout.PlacedGraph;
import io.stepunit.internal.report.graph.PlacedMachine;

/** Draws machines as SVG. */
public final class SvgDrawer implements GraphDrawer {
  /** Made by the service loader. */
  public SvgDrawer() {}

  @Override
  public String svg(MachineGraph machine, String title, GraphMarks marks) {
    PlacedMachine placed = PlacedMachine.of(machine);
    PlacedGraph places = placed.places();
    String width = SvgText.number(places.width());
    String height = SvgText.number(places.height());
    SvgText svg = new SvgText();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "width",
        width,
        "height",
        height,
        "viewBox",
        "0 0 " + width + " " + height,
        "role",
        "img");
    svg.text("title", title.isBlank() ? "State machine" : title);
    svg.text("style", SvgStyle.TEXT);
    svg.empty("rect", "class", "page", "width", width, "height", height);
    new SvgPicture(svg, placed, SvgLook.of(marks)).draw();
    svg.close("svg");
    return svg.toString();
  }
}
