package io.tidemark;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the table of rooms in {@code docs/ARCHITECTURE.md}: who may import whom, and what from outside. */
@AnalyzeClasses(packages = "io.tidemark", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final String ROOT = "io.tidemark.";

    /** Each room and the rooms it may import. {@code app} may import all, {@link #COMMON} ones are open to all adapters. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("bank", List.of()),
            Map.entry("movement", List.of("bank")),
            Map.entry("assets", List.of("bank", "movement")),
            Map.entry("detect", List.of("bank", "movement", "assets")),
            Map.entry("alert", List.of("bank", "movement", "assets", "detect")),
            Map.entry("intake", List.of("bank", "movement", "assets", "detect", "alert")),
            Map.entry("feed", List.of("bank", "movement", "assets", "detect", "alert")),
            Map.entry("route", List.of("bank", "detect", "alert")),
            Map.entry("reference", List.of("bank", "movement", "assets", "detect", "alert", "route")),
            Map.entry("respond", List.of("bank", "movement", "assets", "detect", "alert", "route", "feed")),
            Map.entry("deliver", List.of("bank", "movement", "assets", "detect", "alert", "route")),
            Map.entry("startup", List.of()),
            Map.entry("web", List.of()));

    private static final Set<String> COMMON = Set.of("startup", "web");

    private static final String[] PURE = {
        ROOT + "bank", ROOT + "movement", ROOT + "assets", ROOT + "detect", ROOT + "alert", ROOT + "route"
    };
    private static final String[] REACTIVE = {
        ROOT + "intake", ROOT + "feed", ROOT + "respond", ROOT + "deliver", ROOT + "reference"
    };

    @ArchTest
    static final ArchRule aRoomImportsOnlyTheRoomsThatTheTableAllows =
            classes().that(resideInAPackage(ROOT + "(*)..")).should(importOnlyRoomsOfTheTable());

    @ArchTest
    static final ArchRule theCoreKnowsNeitherSpringNorReactorNorAnyServer =
            classes().that(resideInAnyPackage(PURE)).should(dependOutsideOnlyOn("java.", "org.jspecify."));

    @ArchTest
    static final ArchRule intakeAndFeedAddReactorAndNoMore = classes()
            .that(resideInAnyPackage(REACTIVE))
            .should(dependOutsideOnlyOn("java.", "org.jspecify.", "reactor.", "org.reactivestreams.", "org.slf4j."));

    @ArchTest
    static final ArchRule nobodyImportsAnAdapter =
            classes().that(areInAnAdapter()).should(beImportedByTheirOwnOnly());

    @ArchTest
    static final ArchRule adaptersArePackagePrivate = noClasses()
            .that(areInAnAdapter())
            .and()
            .areTopLevelClasses()
            .should()
            .bePublic();

    @ArchTest
    static final ArchRule timeComesIn = noClasses()
            .that(resideInAnyPackage(PURE))
            .or(resideInAnyPackage(REACTIVE))
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    private static DescribedPredicate<JavaClass> areInAnAdapter() {
        return DescribedPredicate.describe("are in an adapter", RoomsTest::isInAnAdapter);
    }

    private static boolean isInAnAdapter(JavaClass type) {
        String path = path(type);
        return path.contains(".") && !path.startsWith("app.");
    }

    private static ArchCondition<JavaClass> importOnlyRoomsOfTheTable() {
        return condition("import only what the table allows", (type, target) -> {
            String room = room(type);
            return !isOurs(target)
                    || room.equals("app")
                    || room(target).equals(room)
                    || (isInAnAdapter(type) && COMMON.contains(room(target)))
                    || MAY_IMPORT.get(room).contains(room(target));
        });
    }

    private static ArchCondition<JavaClass> dependOutsideOnlyOn(String... prefixes) {
        return condition(
                "depend outside only on " + List.of(prefixes),
                (type, target) -> isOurs(target)
                        || target.isPrimitive()
                        || List.of(prefixes).stream()
                                .anyMatch(target.getPackageName().concat(".")::startsWith));
    }

    private static ArchCondition<JavaClass> beImportedByTheirOwnOnly() {
        return new ArchCondition<>("be imported by their own package only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesToSelf().stream()
                        .filter(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> condition(String description, Allowed allowed) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use ->
                                !allowed.allows(type, use.getTargetClass().getBaseComponentType()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
            }
        };
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    private static String room(JavaClass type) {
        String path = path(type);
        int end = path.indexOf('.');
        return end < 0 ? path : path.substring(0, end);
    }

    private static String path(JavaClass type) {
        return isOurs(type) ? type.getPackageName().substring(ROOT.length()) : "";
    }

    private interface Allowed {
        boolean allows(JavaClass type, JavaClass target);
    }
}
