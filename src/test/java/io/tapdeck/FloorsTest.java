package io.tapdeck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkClient;

/** The floors of the house: who may know whom. */
class FloorsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tapdeck");

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(HOUSE);
    }

    static Stream<ArchRule> rules() {
        return Stream.of(
                mayKnow("environment"),
                mayKnow("blueprint", "environment"),
                mayKnow("synth", "blueprint", "environment"),
                mayKnow("aws", "blueprint", "environment"),
                mayKnow("store", "blueprint", "environment"),
                mayKnow("deploy", "synth", "aws", "store", "blueprint", "environment"),
                mayKnow("monitor", "aws", "store", "blueprint", "environment"),
                mayKnow("release", "store"),
                mayKnow("sandbox"),
                mayKnow("desk", "deploy", "monitor", "synth", "aws", "store", "release", "blueprint", "environment"),
                noClasses()
                        .that()
                        .resideInAnyPackage("io.tapdeck.deploy", "io.tapdeck.desk..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.tapdeck.deploy.*..")
                        .because("what a deployment is does not depend on how it is done"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("io.tapdeck.deploy..")
                        .should()
                        .dependOnClassesThat(DescribedPredicate.describe(
                                "are inside of the engine",
                                type -> type.getPackageName().startsWith("io.tapdeck.deploy.")
                                        && !type.getPackageName().equals("io.tapdeck.deploy.engine")))
                        .because("the engine is used through its contract"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("io.tapdeck.desk..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..", "org.kordamp..")
                        .because("only the desk is made of JavaFX"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("io.tapdeck.blueprint.*.stack..", "io.tapdeck.blueprint.stack..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("software.amazon.awscdk..", "software.constructs..", "io.github.cdklabs..")
                        .because("CDK lives in the worker"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "io.tapdeck.blueprint.*.stack..",
                                "io.tapdeck.blueprint.stack..",
                                "io.tapdeck.synth.worker..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.tapdeck.blueprint.*.stack..", "io.tapdeck.blueprint.stack..")
                        .because("stacks are made in the worker only"),
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "io.tapdeck.environment..",
                                "io.tapdeck.blueprint..",
                                "io.tapdeck.synth..",
                                "io.tapdeck.store..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("software.amazon.awssdk..")
                        .because("the lower floors do not speak to AWS"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.tapdeck.sandbox.wire..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("java.lang.reflect..")
                        .because("reflection belongs to the sandbox's wire alone"),
                noClasses()
                        .should()
                        .haveSimpleNameEndingWith("Manager")
                        .orShould()
                        .haveSimpleNameEndingWith("Helper")
                        .orShould()
                        .haveSimpleNameEndingWith("Util")
                        .orShould()
                        .haveSimpleNameEndingWith("Utils")
                        .because("such names say nothing"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.tapdeck.cli..")
                        .should()
                        .callMethod(Thread.class, "sleep", long.class)
                        .because("time comes by constructor"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("io.tapdeck.aws..", "io.tapdeck.sandbox..")
                        .and()
                        .doNotHaveFullyQualifiedName("io.tapdeck.deploy.journal.StackWrites")
                        .and()
                        .doNotHaveFullyQualifiedName("io.tapdeck.deploy.recovery.BucketEmptying")
                        .should()
                        .callMethodWhere(changesTheAccount())
                        .because("what changes an account is journalled before it is sent"),
                fields().that()
                        .areStatic()
                        .and()
                        .doNotHaveModifier(JavaModifier.SYNTHETIC)
                        .should()
                        .beFinal()
                        .because("there is no static state"),
                slices().matching("io.tapdeck.(*)..").should().beFreeOfCycles(),
                slices().matching("io.tapdeck.deploy.(*)..").should().beFreeOfCycles(),
                slices().matching("io.tapdeck.desk.(*)..").should().beFreeOfCycles(),
                slices().matching("io.tapdeck.sandbox.(*)..").should().beFreeOfCycles(),
                classes()
                        .that()
                        .resideInAPackage("io.tapdeck")
                        .should()
                        .haveSimpleName("Tapdeck")
                        .because("the top of the house is its entry"));
    }

    /** A call of an SDK client whose name does not say that it only looks. */
    private static DescribedPredicate<JavaMethodCall> changesTheAccount() {
        return DescribedPredicate.describe(
                "changes something in an account",
                call -> call.getTargetOwner().isAssignableTo(SdkClient.class)
                        && !call.getName()
                                .matches("(describe|get|list|head|detect|simulate|estimate|validate|close).*"));
    }

    /** The floor may know itself and the floors named, and nothing else of ours. */
    private static ArchRule mayKnow(String floor, String... below) {
        String[] known = Stream.concat(Stream.of(floor), Stream.of(below))
                .map(name -> "io.tapdeck." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("io.tapdeck." + floor + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of another floor",
                        type -> type.getPackageName().startsWith("io.tapdeck")
                                && Stream.of(known).noneMatch(prefix -> inside(type.getPackageName(), prefix))))
                .because(floor + " may know only " + String.join(", ", known));
    }

    private static boolean inside(String name, String pattern) {
        String prefix = pattern.substring(0, pattern.length() - 2);
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }
}
