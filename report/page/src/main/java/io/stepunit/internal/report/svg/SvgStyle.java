package io.stepunit.internal.report.svg;

/**
 * The colours of the report, light and dark. Without variables: what shows pictures beside browsers
 * seldom knows them.
 */
final class SvgStyle {
  private static final String SHAPES =
      """
      text{font:500 13px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
      .box,.line,.i,.ring{fill:none;stroke-linecap:round;stroke-linejoin:round}
      .box{stroke-width:1.25}.frame .box{stroke-dasharray:6 3;fill-opacity:.35;stroke-width:1.5}
      .line{stroke-width:1.25}.ring{stroke-width:1.5}
      .pill,.count{font-size:11px;font-weight:600}
      .unreached .box,.unreached.frame .box,.never .box,.never.frame .box{stroke-dasharray:3 3}
      .catch .line{stroke-dasharray:6 4}
      .untaken.catch .line{stroke-dasharray:2 4}.taken .line{stroke-width:1.75}
      .w1 .line{stroke-width:1.4}.w2 .line{stroke-width:2.25}.w3 .line{stroke-width:3}
      .nevertaken .line{stroke-dasharray:3 4}
      """;

  static final String TEXT =
      SHAPES
          + colours(
              new Palette(
                  "#f6f7f9", "#ffffff", "#7f8996", "#1a1e24", "#58616e", "#b4bac3", "#1d62c9"),
              "#0b7560 #e0f4ee",
              "#bd2a38 #fdebec",
              "#8f5600 #fff1d6",
              "#1d62c9 #e4eefd",
              "#6b5390 #f1ecf8",
              "#e4eefd #c9defb #9fc4f7 #6fa5ef")
          + "@media(prefers-color-scheme:dark){\n"
          + colours(
              new Palette(
                  "#161a20", "#0f1216", "#6b7685", "#e6e9ee", "#9aa4b2", "#4b5462", "#79b1ff"),
              "#4fc9a8 #10302a",
              "#ff8a90 #3b191d",
              "#f0b455 #372808",
              "#79b1ff #13294a",
              "#c3a8ea #2a2138",
              "#14233d #1a3763 #22508f #295fae")
          + "}";

  private SvgStyle() {}

  private record Palette(
      String page,
      String inner,
      String outline,
      String text,
      String muted,
      String faint,
      String heat) {}

  private static String colours(
      Palette palette,
      String ok,
      String bad,
      String caught,
      String running,
      String aborted,
      String heats) {
    StringBuilder css = new StringBuilder();
    rule(css, ".page{fill:%s}text{fill:%s}", palette.page, palette.text);
    rule(css, ".box,.disc,.ring,.p{fill:%s}.box,.p{stroke:%s}", palette.inner, palette.outline);
    rule(css, ".i,.ring{stroke:%s}.f,.dot{fill:%s}", palette.text, palette.text);
    rule(css, ".ring{stroke:%s}.dot{fill:%s}", palette.outline, palette.outline);
    rule(css, ".line{stroke:%s}.arrow{fill:%s}", palette.muted, palette.muted);
    rule(css, ".plain.catch .line{stroke:%s}.plain.catch .arrow{fill:%s}", first(caught));
    rule(css, ".untaken .line{stroke:%s}.untaken .arrow{fill:%s}", palette.faint, palette.faint);
    rule(css, ".taken .line{stroke:%s}.taken .arrow{fill:%s}", palette.text, palette.text);
    rule(css, ".taken.catch .line{stroke:%s}.taken.catch .arrow{fill:%s}", first(caught));
    rule(css, ".heat .line{stroke:%s}.heat .arrow{fill:%s}", palette.heat, palette.heat);
    rule(css, ".nevertaken .line{stroke:%s}.nevertaken .arrow{fill:%s}", first(bad));
    rule(css, ".unreached text,.unreached .f{fill:%s}", palette.muted);
    rule(css, ".unreached .i{stroke:%s}", palette.muted);
    status(css, "succeeded", ok);
    status(css, "failed", bad);
    status(css, "never", bad);
    status(css, "caught", caught);
    status(css, "running", running);
    status(css, "aborted", aborted);
    String[] levels = heats.split(" ");
    for (int i = 0; i < levels.length; i++) {
      rule(css, ".h" + (i + 1) + " .box{fill:%s;stroke:%s}", levels[i], palette.heat);
    }
    rule(css, ".never .count,.failures .pill{fill:%s}.failures .p{stroke:%s}", first(bad));
    return css.toString();
  }

  private static void status(StringBuilder css, String name, String pair) {
    String[] colours = pair.split(" ");
    rule(css, "." + name + " .box{fill:%s;stroke:%s}", colours[1], colours[0]);
    rule(css, "." + name + " .s .i,." + name + " .p{stroke:%s}", colours[0]);
    rule(css, "." + name + " .s .f{fill:%s}", colours[0]);
  }

  private static String[] first(String pair) {
    String colour = pair.substring(0, pair.indexOf(' '));
    return new String[] {colour, colour};
  }

  private static void rule(StringBuilder css, String rule, String... colours) {
    css.append(rule.formatted((Object[]) colours)).append('\n');
  }
}
