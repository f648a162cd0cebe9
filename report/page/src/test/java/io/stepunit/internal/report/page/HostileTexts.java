package io.stepunit.internal.report.page;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Sixty texts that do harm where a page takes data for markup, script, style, an address or a
 * pattern. Those that would run set {@code window.harmed}.
 */
final class HostileTexts {
  static final List<String> ALL =
      List.of(
          "<script>window.harmed=1</script>",
          "</script><script>window.harmed=1</script>",
          "<!--<script>",
          "--><script>window.harmed=1</script><!--",
          "]]><script>window.harmed=1</script>",
          "<img src=x onerror=window.harmed=1>",
          "<img src=https://example.com/pixel.png>",
          "\"><img src=x onerror=window.harmed=1>",
          "'><svg onload=window.harmed=1>",
          "<svg/onload=window.harmed=1>",
          "<svg><script>window.harmed=1</script></svg>",
          "<math><mtext></mtext><mglyph><style></math><img src=x onerror=window.harmed=1>",
          "<iframe srcdoc='<script>parent.harmed=1</script>'></iframe>",
          "<iframe src=javascript:parent.harmed=1></iframe>",
          "<object data=javascript:window.harmed=1></object>",
          "<embed src=https://example.com/x>",
          "<link rel=stylesheet href=https://example.com/x.css>",
          "<style>*{display:none}</style>",
          "</style><script>window.harmed=1</script>",
          "</title><script>window.harmed=1</script>",
          "</textarea><script>window.harmed=1</script>",
          "<base href=https://example.com/>",
          "<meta http-equiv=refresh content='0;url=https://example.com/'>",
          "<form action=https://example.com/><button>Go</button></form>",
          "<a href=javascript:window.harmed=1>click</a>",
          "<a href=\"https://example.com/\" ping=\"https://example.com/ping\">click</a>",
          "<details open ontoggle=window.harmed=1>",
          "<input autofocus onfocus=window.harmed=1>",
          "<video><source onerror=window.harmed=1></video>",
          "<body onload=window.harmed=1>",
          "<template><script>window.harmed=1</script></template>",
          "<noscript><p title=\"</noscript><img src=x onerror=window.harmed=1>\">",
          "javascript:window.harmed=1",
          "data:text/html,<script>window.harmed=1</script>",
          "https://example.com/?q=<>",
          "//example.com/x",
          "&lt;script&gt;window.harmed=1&lt;/script&gt;",
          "&#60;img src=x&#62; &amp; &quot; &nbsp;",
          "${window.harmed=1}",
          "`${window.harmed=1}`",
          "{{constructor.constructor('window.harmed=1')()}}",
          "\");window.harmed=1;//",
          "');window.harmed=1;//",
          "\\\");window.harmed=1;//",
          "\\u003cscript\\u003ewindow.harmed=1\\u003c/script\\u003e",
          "\u2028window.harmed=1\u2029",
          "a\u0000b\u0001c\u001b[31mred\u007f",
          "\u202egnp.exe\u202c",
          "\u2066isolated\u2069 \u200b\u200d\ufeff",
          "\ud83d lone \ude00",
          "😀🏳️‍🌈 é ꧁꧂ ﷽",
          "../../../etc/passwd#/definition/x?y=z&a=b%2F%00",
          "%3Cscript%3Ewindow.harmed=1%3C/script%3E",
          "#/execution/<id>/state/../..",
          "__proto__",
          "constructor",
          "toString",
          "a~1b~0c/d#true",
          ".*+?^${}()|[]\\/ (?<x>a)",
          "url(https://example.com/x.png); } * { color: red");

  private HostileTexts() {}

  static IntStream indexes() {
    return IntStream.range(0, ALL.size());
  }
}
