package io.stepunit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.charset.Charset;
import java.text.DecimalFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the rooms of docs/architecture.md: who may know whom, and what nobody may do. It stands
 * here since here all jars are in sight; the assertions and the extension have rules of their own.
 */
class ArchitectureTest {
  private static final String BASE = "io.stepunit";

  private static final String[] ABOVE = {
    "io.stepunit.assertj..",
    "io.stepunit.internal.assertj..",
    "io.stepunit.junit..",
    "io.stepunit.internal.junit..",
    "io.stepunit.internal.attachments.."
  };

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/shaded/"))
          .importPackages(BASE)
          .that(
              describe(
                  "are below the assertions and the extension",
                  type -> !resideInAnyPackage(ABOVE).test(type)));

  private static final Set<String> EVERYBODYS =
      Set.of("internal.text", "budget", "internal.budget");

  private static final String PUBLISHED =
      "asl internal.json internal.time internal.expression.. internal.model load internal.load"
          + " history internal.history internal.spi";

  /**
   * Each room and whom it may know; ROOT is the base package, "engine.." takes in what is below.
   */
  private static final Map<String, String> MAY_KNOW =
      Map.ofEntries(
          Map.entry("internal.awsmodel", ""),
          Map.entry("internal.text", ""),
          Map.entry("budget", ""),
          Map.entry("internal.budget", "budget"),
          Map.entry("asl", ""),
          Map.entry("internal.json", ""),
          Map.entry("internal.graph", "internal.json"),
          Map.entry("internal.jsonata", "internal.budget internal.json"),
          Map.entry("internal.jsonata.picture", "internal.jsonata"),
          Map.entry(
              "internal.jsonata.function",
              "internal.json internal.jsonata internal.jsonata.picture"),
          Map.entry("internal.expression", "internal.json internal.expression.."),
          Map.entry("internal.expression.path", "internal.json internal.expression"),
          Map.entry(
              "internal.expression.intrinsic",
              "internal.json internal.expression internal.expression.path"),
          Map.entry(
              "internal.expression.jsonata",
              "internal.json internal.jsonata internal.jsonata.function internal.expression"),
          Map.entry(
              "internal.expression.choice",
              "internal.json internal.expression internal.expression.path"),
          Map.entry("internal.model", "asl internal.graph internal.json internal.expression.."),
          Map.entry(
              "internal.model.read",
              "asl internal.json internal.expression.. internal.model internal.request"),
          Map.entry(
              "internal.integration",
              "internal.awsmodel internal.json internal.expression internal.model"),
          Map.entry(
              "internal.request",
              "asl internal.awsmodel internal.expression internal.model internal.integration"),
          Map.entry(
              "internal.validation",
              "asl internal.awsmodel internal.json internal.model internal.model.read"
                  + " internal.request"),
          Map.entry(
              "internal.load",
              "asl internal.json internal.model internal.model.read internal.validation"
                  + " internal.load.template"),
          Map.entry(
              "internal.load.template", "asl internal.json internal.model internal.model.read"),
          Map.entry(
              "load",
              "asl internal.json internal.model internal.model.read internal.validation"
                  + " internal.load.."),
          Map.entry("internal.time", ""),
          Map.entry(
              "internal.spi", "asl internal.json internal.model internal.time internal.history"),
          Map.entry("history", "asl internal.json internal.expression"),
          Map.entry(
              "internal.history", "asl internal.json internal.expression internal.model history"),
          Map.entry("bucket", ""),
          Map.entry("internal.bucket", "internal.json bucket"),
          Map.entry("internal.shape", "internal.awsmodel internal.json"),
          Map.entry("internal.engine.map", "internal.json internal.model bucket internal.bucket"),
          Map.entry(
              "internal.engine.state",
              "asl internal.json internal.time internal.expression.. internal.model internal.spi"
                  + " internal.engine.map"),
          Map.entry(
              "internal.engine.service",
              "internal.json internal.time internal.expression.. internal.model history"
                  + " internal.history internal.spi internal.engine.state"),
          Map.entry("internal.engine.limit", "asl internal.json history internal.engine.state"),
          Map.entry(
              "internal.engine.task",
              "internal.json internal.time internal.spi internal.engine.limit"
                  + " internal.engine.service internal.engine.state"),
          Map.entry(
              "internal.engine.maprun",
              "asl internal.json internal.expression internal.model history bucket internal.bucket"
                  + " internal.history internal.engine.limit internal.engine.map"
                  + " internal.engine.state"),
          Map.entry(
              "internal.engine",
              "asl internal.json internal.time internal.expression.. internal.model history"
                  + " internal.history internal.spi bucket internal.bucket internal.engine.."),
          Map.entry("teststate", ""),
          Map.entry(
              "internal.teststate",
              PUBLISHED
                  + " teststate internal.awsmodel internal.integration internal.shape"
                  + " internal.engine.."),
          Map.entry("internal.library", ""),
          Map.entry(
              "internal.coverage",
              "asl internal.expression internal.expression.choice internal.model history"
                  + " internal.history"),
          Map.entry("internal.codec", "internal.json ROOT"),
          Map.entry("internal.lambda", "internal.json internal.library internal.spi ROOT"),
          Map.entry(
              "internal.http",
              "asl internal.json internal.model internal.spi internal.engine.limit"
                  + " internal.engine.state"),
          Map.entry(
              "internal.aws", PUBLISHED + " internal.awsmodel internal.shape internal.codec ROOT"),
          Map.entry("explore", "history ROOT"),
          Map.entry(
              "internal.explore",
              "asl internal.awsmodel internal.json internal.expression internal.model history"
                  + " internal.history internal.integration internal.solve internal.spi explore ROOT"),
          Map.entry("internal.solve", PUBLISHED),
          Map.entry(
              "mock",
              "asl internal.awsmodel internal.json internal.expression internal.model"
                  + " internal.model.read internal.load internal.aws ROOT"),
          Map.entry(
              "internal.target",
              "asl internal.json internal.model internal.spi internal.lambda" + " internal.aws"),
          Map.entry(
              "internal.mock",
              PUBLISHED
                  + " internal.explore mock internal.awsmodel internal.integration internal.shape"
                  + " internal.lambda internal.http"
                  + " internal.aws internal.codec internal.library internal.target ROOT"),
          Map.entry("effect", ""),
          Map.entry(
              "internal.effect",
              "effect internal.json internal.expression.. internal.model internal.spi"),
          Map.entry("api", "asl history ROOT"),
          Map.entry(
              "internal.api",
              PUBLISHED
                  + " api internal.engine.. internal.aws internal.codec internal.analysis"
                  + " internal.monitoring"
                  + " load internal.load teststate internal.teststate internal.shape ROOT"),
          Map.entry(
              "internal.client",
              "api asl history internal.api internal.engine.. internal.json internal.time ROOT"),
          Map.entry("table", "ROOT"),
          Map.entry("internal.table.value", "internal.awsmodel internal.json"),
          Map.entry("internal.table.expression", "internal.table.value"),
          Map.entry(
              "internal.table",
              PUBLISHED
                  + " table internal.awsmodel internal.aws internal.client internal.codec"
                  + " internal.table.value"
                  + " internal.table.expression internal.target ROOT"),
          Map.entry("internal.endpoint", "internal.json internal.wire"),
          Map.entry("fault", "ROOT"),
          Map.entry("internal.wire", "internal.json api"),
          Map.entry("internal.sfn", "internal.wire"),
          Map.entry("internal.fault", PUBLISHED + " fault internal.target internal.aws ROOT"),
          Map.entry(
              "internal.rehearsal",
              PUBLISHED
                  + " internal.explore internal.mock mock internal.target internal.engine.."
                  + " internal.bucket bucket ROOT"),
          Map.entry(
              "internal.reach",
              PUBLISHED
                  + " internal.coverage internal.explore internal.rehearsal internal.solve ROOT"),
          Map.entry(
              "internal.recipe",
              PUBLISHED
                  + " explore internal.explore internal.coverage internal.mock mock internal.target"
                  + " internal.reach internal.rehearsal effect internal.effect"
                  + " internal.fault internal.shrink load ROOT"),
          Map.entry("cost", "asl ROOT"),
          Map.entry("internal.analysis", PUBLISHED + " cost internal.engine.limit ROOT"),
          Map.entry("monitoring", "history"),
          Map.entry("internal.monitoring", PUBLISHED + " monitoring internal.analysis ROOT"),
          Map.entry(
              "internal.report",
              PUBLISHED
                  + " bucket effect fault internal.analysis internal.coverage internal.effect"
                  + " internal.fault internal.engine.. internal.graph internal.api mock"
                  + " internal.mock internal.sweep internal.contract internal.lambda"
                  + " internal.target ROOT"),
          Map.entry("internal.layout", ""),
          Map.entry("internal.report.data", "internal.contract internal.coverage internal.json"),
          Map.entry("internal.report.graph", "internal.graph internal.layout"),
          Map.entry(
              "internal.report.svg",
              "internal.graph internal.json internal.layout internal.report.graph"),
          Map.entry("internal.report.coverage", "internal.coverage internal.report.data"),
          Map.entry(
              "internal.report.gate",
              "internal.coverage internal.json internal.mutation internal.report internal.report.coverage"
                  + " internal.report.data internal.report.mutation"),
          Map.entry(
              "internal.report.export",
              "internal.coverage internal.json internal.mutation internal.report.coverage"
                  + " internal.report.data internal.report.mutation"),
          Map.entry(
              "internal.report.mutation",
              "internal.json internal.mutation internal.report.coverage internal.report.data"
                  + " internal.sweep"),
          Map.entry("internal.report.page", "internal.json"),
          Map.entry(
              "internal.report.make",
              "asl internal.contract internal.coverage internal.json internal.recipe"
                  + " internal.report"
                  + " internal.mutation internal.report.coverage internal.report.data"
                  + " internal.report.export internal.report.graph internal.report.mutation"
                  + " internal.report.page load"),
          Map.entry(
              "internal.contract", "asl internal.json internal.lambda internal.library load ROOT"),
          Map.entry("internal.shrink", ""),
          Map.entry("internal.sweep", ""),
          Map.entry(
              "property",
              "asl effect history internal.expression fault internal.fault internal.json internal.model"
                  + " internal.target ROOT"),
          Map.entry(
              "internal.property",
              PUBLISHED
                  + " property explore internal.explore fault internal.fault internal.recipe"
                  + " internal.coverage internal.rehearsal internal.report internal.shrink"
                  + " internal.sweep internal.target ROOT"),
          Map.entry("path", "history ROOT"),
          Map.entry(
              "internal.path",
              PUBLISHED
                  + " path bucket internal.coverage internal.explore internal.reach internal.recipe"
                  + " internal.rehearsal internal.target ROOT"),
          Map.entry("equivalence", "ROOT"),
          Map.entry(
              "internal.equivalence",
              PUBLISHED
                  + " equivalence internal.explore explore internal.bucket bucket"
                  + " internal.engine.. fault internal.fault internal.shrink"),
          Map.entry(
              "internal.mutation",
              "asl internal.load internal.coverage internal.json internal.jsonata internal.model"
                  + " internal.report internal.sweep"),
          Map.entry("recording", "history internal.json ROOT"),
          Map.entry("internal.masking", "internal.json recording"),
          Map.entry("internal.recording", PUBLISHED + " cost recording internal.masking ROOT"),
          Map.entry(
              "ROOT",
              PUBLISHED
                  + " bucket cost equivalence explore internal.. api mock fault effect teststate recording"
                  + " monitoring path property table"));

  /** The root is left out: it holds what users name, and hands out what is made elsewhere. */
  private static final SliceAssignment ROOMS =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          if (!type.getPackageName().startsWith(BASE)) {
            return SliceIdentifier.ignore();
          }
          String room = type.getPackageName().substring(BASE.length()).replaceFirst("^\\.", "");
          return room.isEmpty()
              ? SliceIdentifier.ignore()
              : SliceIdentifier.of(
                  room.replaceFirst("^(internal\\.(expression|engine))\\..*", "$1"));
        }

        @Override
        public String getDescription() {
          return "the rooms";
        }
      };

  private static String packageOf(String room) {
    return room.equals("ROOT") ? BASE : BASE + "." + room;
  }

  private static boolean mayKnow(String room, String other) {
    return room.equals(other)
        || EVERYBODYS.contains(other)
        || Stream.of(MAY_KNOW.get(room).split(" "))
            .anyMatch(
                known ->
                    known.equals(other)
                        || known.endsWith("..") && (other + "..").startsWith(stem(known)));
  }

  private static String stem(String known) {
    return known.substring(0, known.length() - 1);
  }

  static Stream<String> rooms() {
    return MAY_KNOW.keySet().stream().sorted();
  }

  @Nested
  class Rooms {
    @ParameterizedTest
    @MethodSource("io.stepunit.architecture.ArchitectureTest#rooms")
    void know_only_whom_they_may(String room) {
      String[] others =
          rooms()
              .filter(other -> !mayKnow(room, other))
              .map(ArchitectureTest::packageOf)
              .toArray(String[]::new);

      noClasses()
          .that()
          .resideInAPackage(packageOf(room))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .allowEmptyShould(true)
          .check(MAIN);
    }

    @Test
    void rooms_are_all_listed_here() {
      assertThat(MAIN.stream().map(JavaClass::getPackageName).distinct())
          .isSubsetOf(MAY_KNOW.keySet().stream().map(ArchitectureTest::packageOf).toList());
    }

    /** expression and engine count as one room each: their doors name what is behind them. */
    @Test
    void form_no_cycles() {
      slices().assignedFrom(ROOMS).should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void rooms_of_the_engine_form_no_cycles() {
      slices().matching(BASE + ".internal.engine.(*)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void below_know_neither_the_test_framework_nor_the_assertions() {
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.stepunit.junit..",
              "io.stepunit.assertj..",
              "org.junit..",
              "org.assertj..",
              "org.mockito..")
          .check(MAIN);
    }
  }

  @Nested
  class Libraries {
    @Test
    void json_path_is_known_in_one_room() {
      onlyIn("internal.expression.path", "com.jayway.jsonpath..", "net.minidev..");
    }

    @Test
    void the_library_that_lays_out_graphs_is_known_in_one_room() {
      onlyIn(
          "internal.layout",
          "org.eclipse..",
          "com.google..",
          packageOf("internal.layout.shaded.."));
    }

    @Test
    void the_HTTP_server_is_known_in_one_room() {
      onlyIn("internal.endpoint", "com.sun.net.httpserver..");
    }

    @Test
    void no_other_evaluator_of_jsonata_is_known() {
      noClasses().should().dependOnClassesThat().resideInAPackage("com.dashjoin..").check(MAIN);
    }

    @Test
    void the_yaml_parser_is_known_in_one_room() {
      onlyIn("internal.load", "org.yaml..");
    }

    /** Optional: who runs no handlers must not need it. */
    @Test
    void lambda_is_known_in_its_room_and_by_the_door_to_it() {
      noClasses()
          .that(
              describe(
                  "are not in lambda",
                  type ->
                      !residesIn("internal.lambda", type)
                          && !Set.of("LambdaMock", "ScriptedLambdaMock", "LambdaLibrary")
                              .contains(type.getSimpleName())))
          .should()
          .dependOnClassesThat(resideInAnyPackage("com.amazonaws.."))
          .check(MAIN);
    }

    /** Users need not have it: outside, only what takes or hands out a client names it. */
    @Test
    void the_aws_sdk_is_known_in_two_rooms_and_to_who_takes_or_hands_out_clients() {
      noClasses()
          .that(
              describe(
                  "are neither in internal.aws or internal.sfn nor take or hand out clients",
                  type ->
                      !residesIn("internal.aws", type)
                          && !residesIn("internal.sfn", type)
                          && !Set.of("TaskMock", "ScriptedTaskMock", "StepFunctionsEnvironment")
                              .contains(type.getSimpleName())))
          .should()
          .dependOnClassesThat(resideInAnyPackage("software.amazon.awssdk.."))
          .check(MAIN);
    }

    private void onlyIn(String room, String... library) {
      noClasses()
          .that(describe("are not in " + room, type -> !residesIn(room, type)))
          .should()
          .dependOnClassesThat(resideInAnyPackage(library))
          .check(MAIN);
    }

    private boolean residesIn(String room, JavaClass type) {
      return resideInAPackage(packageOf(room)).test(type);
    }
  }

  @Nested
  class Nobody {
    /** Where real time and threads count: who watches over users' code, and who lets callers in. */
    private static final Set<String> REAL_TIME =
        Set.of(
            "io.stepunit.internal.mock.Watchdog",
            "io.stepunit.internal.mock.WatchdogThread",
            "io.stepunit.internal.mock.Watched",
            "io.stepunit.internal.client.EnvironmentLock",
            "io.stepunit.internal.client.RealPace");

    private static final DescribedPredicate<JavaClass> SIMULATED =
        describe(
            "are neither the watchdog nor where callers from outside come in",
            type ->
                !REAL_TIME.contains(type.getName())
                    && !type.getEnclosingClass()
                        .map(JavaClass::getName)
                        .filter(REAL_TIME::contains)
                        .isPresent());

    @Test
    void looks_at_a_real_clock_or_waits() {
      noClasses()
          .that(SIMULATED)
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalTime.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .check(MAIN);
    }

    @Test
    void asks_what_machine_it_runs_on() {
      noClasses()
          .should()
          .callMethod(Locale.class, "getDefault")
          .orShould()
          .callMethod(Locale.class, "getDefault", Locale.Category.class)
          .orShould()
          .callMethod(ZoneId.class, "systemDefault")
          .orShould()
          .callMethod(TimeZone.class, "getDefault")
          .orShould()
          .callMethod(Charset.class, "defaultCharset")
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .orShould()
          .callMethod(String.class, "getBytes")
          .orShould()
          .callConstructor(String.class, byte[].class)
          .orShould()
          .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
          .orShould()
          .callConstructor(DecimalFormat.class, String.class)
          .orShould()
          .callMethod(Runtime.class, "availableProcessors")
          .check(MAIN);
    }

    @Test
    void draws_from_an_unseeded_source() {
      noClasses()
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ThreadLocalRandom.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.security.SecureRandom")
          .check(MAIN);
    }

    @Test
    void prints() {
      noClasses()
          .that(SIMULATED)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .check(MAIN);
    }

    @Test
    void keeps_state_in_static_fields() {
      fields().that().areStatic().should().beFinal().check(MAIN);
    }

    @Test
    void makes_threads_or_locks_but_where_they_belong() {
      // The JDK's HTTP client has threads of its own: a limit for a response takes its future.
      // Its HTTP server has to be given some. An HTTP client of the SDK answers by futures. The
      // report is made when all tests have ended.
      noClasses()
          .that(SIMULATED)
          .and()
          .resideOutsideOfPackages(
              "io.stepunit.internal.http",
              "io.stepunit.internal.sfn",
              "io.stepunit.internal.endpoint",
              "io.stepunit.internal.report.make")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.util\\.concurrent\\.(locks\\..*|.*(Executor|Future|Latch|Queue|Semaphore).*)|java\\.util\\.Timer")
          .orShould()
          .callConstructor(Thread.class, Runnable.class)
          .orShould()
          .callMethod(Thread.class, "start")
          .check(MAIN);
    }
  }
}
