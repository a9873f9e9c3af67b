package assay.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.Socket;
import java.net.URLConnection;
import java.nio.channels.NetworkChannel;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of the house that a compiler does not check: which room may know which, and what may be
 * used where.
 */
class ArchitectureTest {

  /** A room, the rooms it may know, and the libraries it is held to where the design names them. */
  record Room(String name, List<String> mayKnow, List<String> libraries) {

    static Room of(String name, String... mayKnow) {
      return new Room(name, List.of(mayKnow), List.of());
    }

    Room only(String... packages) {
      return new Room(name, mayKnow, List.of(packages));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Room> ROOMS =
      List.of(
          Room.of("core").only("java..", "org.jspecify.annotations.."),
          Room.of("statistics")
              .only(
                  "java..",
                  "org.jspecify.annotations..",
                  "org.apache.commons.statistics..",
                  "org.apache.commons.rng..",
                  "org.apache.commons.numbers..",
                  "org.hipparchus.."),
          Room.of("datasets", "core"),
          Room.of("imaging", "core"),
          Room.of("models", "core"),
          Room.of("reading", "core", "statistics"),
          Room.of("evaluation", "core", "reading", "statistics"),
          Room.of("phantoms", "core", "imaging"),
          Room.of("report", "core", "evaluation", "statistics"),
          Room.of("testkit", "core"),
          Room.of(
              "cli",
              "core",
              "statistics",
              "datasets",
              "imaging",
              "models",
              "reading",
              "evaluation",
              "phantoms",
              "report"));

  /** The testkit's endpoint as a program of its own, which people start by hand. */
  private static final String ENDPOINT_PROGRAM = "assay.testkit.EndpointMain";

  /** What the scan must at least find: a rule over nothing holds. Raise it as the house grows. */
  private static final int LEAST_CLASSES = 150;

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("assay");

  static Stream<Room> rooms() {
    return ROOMS.stream();
  }

  static Stream<Room> roomsHeldToLibraries() {
    return rooms().filter(room -> !room.libraries().isEmpty());
  }

  @Test
  void theWholeHouseIsScanned() {
    assertThat(HOUSE).hasSizeGreaterThanOrEqualTo(LEAST_CLASSES);
    assertThat(ROOMS)
        .allSatisfy(room -> assertThat(HOUSE.containPackage("assay." + room.name())).isTrue());
    assertThat(HOUSE.getPackage("assay").getSubpackages())
        .extracting(JavaPackage::getRelativeName)
        .containsExactlyInAnyOrderElementsOf(ROOMS.stream().map(Room::name).toList());
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomKnowsOnlyTheRoomsItMay(Room room) {
    List<String> allowed = new ArrayList<>();
    allowed.add("assay." + room.name() + "..");
    room.mayKnow().forEach(other -> allowed.add("assay." + other + ".."));
    classes()
        .that()
        .resideInAPackage("assay." + room.name() + "..")
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("assay..")).or(resideInAnyPackage(allowed.toArray(String[]::new))))
        .because("the design's table of rooms says who may know whom")
        .check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("roomsHeldToLibraries")
  void aRoomUsesOnlyTheLibrariesItMay(Room room) {
    classes()
        .that()
        .resideInAPackage("assay." + room.name() + "..")
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("assay..")
                .or(resideInAnyPackage(room.libraries().toArray(String[]::new))))
        .because("core and statistics are held to the libraries that the design names")
        .check(HOUSE);
  }

  @Test
  void noPackagesFormACycle() {
    slices().matching("assay.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void onlyTheCommandWritesToTheStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackage("assay.cli..")
        .and()
        .doNotHaveFullyQualifiedName(ENDPOINT_PROGRAM)
        .should(ACCESS_STANDARD_STREAMS)
        .because("results and messages go through the cli, which alone knows where they belong")
        .check(HOUSE);
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("assay.cli.Main")
        .and()
        .doNotHaveFullyQualifiedName(ENDPOINT_PROGRAM)
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .because("one place maps outcomes to exit codes")
        .check(HOUSE);
  }

  @Test
  void nobodyLogsByJavaUtilLogging() {
    noClasses().should().dependOnClassesThat(resideInAPackage("java.util.logging..")).check(HOUSE);
  }

  @Test
  void onlyModelsSpeakToTheNetwork() {
    noClasses()
        .that()
        .resideOutsideOfPackages("assay.models..", "assay.testkit..", "assay.cli.rehearsal..")
        .should()
        .dependOnClassesThat(
            assignableTo(Socket.class)
                .or(assignableTo(java.net.ServerSocket.class))
                .or(assignableTo(java.net.DatagramSocket.class))
                .or(assignableTo(URLConnection.class))
                .or(assignableTo(NetworkChannel.class))
                .or(
                    resideInAnyPackage(
                        "java.net.http..",
                        "javax.net..",
                        "com.sun.net.httpserver..",
                        "com.openai..",
                        "okhttp3..",
                        "org.apache.hc..",
                        "org.eclipse.jetty..",
                        "io.netty..")))
        .orShould()
        .callMethod(java.net.URL.class, "openStream")
        .orShould()
        .callMethod(java.net.URL.class, "openConnection")
        .because("nothing leaves the machine but through a model that the user named")
        .check(HOUSE);
  }

  /** It listens on the loopback address, and only when the launcher makes its start-up cache. */
  @Test
  void nothingKnowsTheRehearsal() {
    noClasses()
        .that()
        .resideOutsideOfPackage("assay.cli.rehearsal..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("assay.cli.rehearsal..")
        .because("no command opens a port")
        .check(HOUSE);
  }

  @Test
  void randomnessIsAnArgument() {
    noClasses()
        .should()
        .dependOnClassesThat(
            assignableTo(Random.class)
                .or(assignableTo(ThreadLocalRandom.class))
                .and(not(assignableTo(SecureRandom.class))))
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(Collections.class, "shuffle", List.class)
        .because(
            "the same seed gives the same result: commons-rng, split by name; SecureRandom only"
                + " where a secret is drawn, never for a result")
        .check(HOUSE);
  }

  @Test
  void noClassIsNamedForNothing() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl)")
        .because("a class is called what a paper calls it")
        .check(HOUSE);
  }

  @Test
  void everyPackageIsNullMarked() {
    Collection<JavaPackage> packages =
        HOUSE.getPackage("assay").getSubpackagesInTree().stream()
            .filter(room -> !room.getClasses().isEmpty())
            .toList();
    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(
            room ->
                assertThat(room.isAnnotatedWith(NullMarked.class))
                    .as("%s has a package-info.java with @NullMarked", room.getName())
                    .isTrue());
  }
}
