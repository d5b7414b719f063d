package io.tapdeck.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the build writes down about itself is what it was built from. */
class ThisBuildTest {
    private static final String COMMIT = "84ea7058ebcb095941b27e54f7b77b30cd3ef64a";

    @Test
    void theBuildWritesWhatItWasMadeOf() {
        ThisBuild build = ThisBuild.read();

        assertThat(build.version()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(build.commit()).as("outside of a repository there is none").matches("([0-9a-f]{40}(-dirty)?)?");
        assertThat(jars())
                .as("the versions are those of the libraries on the class path")
                .anyMatch(jar -> jar.startsWith("javafx-base-" + build.javafx()))
                .contains("aws-cdk-lib-" + build.cdk() + ".jar");
    }

    @Test
    void everyPartIsNamedWithItsVersion() {
        assertThat(new ThisBuild("0.1.0", COMMIT, "26.0.2", "2.263.0").parts("25.0.3 (Somebody)", "24.11.0"))
                .containsExactly(
                        new ThisBuild.Part("Tapdeck", "0.1.0"),
                        new ThisBuild.Part("Commit", COMMIT),
                        new ThisBuild.Part("Java", "25.0.3 (Somebody)"),
                        new ThisBuild.Part("JavaFX", "26.0.2"),
                        new ThisBuild.Part("AWS CDK", "2.263.0"),
                        new ThisBuild.Part("Node.js", "24.11.0"));
    }

    @Test
    void whatIsNotKnownIsSaid() {
        assertThat(commit(COMMIT + "-dirty")).isEqualTo(COMMIT + ", with changes");
        assertThat(commit("")).isEqualTo("not known: built outside of a repository");
        assertThat(new ThisBuild("0.1.0", "", "26.0.2", "2.263.0").parts("25", ""))
                .contains(new ThisBuild.Part("Node.js", "not found"));
    }

    private static String commit(String described) {
        return new ThisBuild("0.1.0", described, "26.0.2", "2.263.0")
                .parts("25", "24")
                .get(1)
                .version();
    }

    private static List<String> jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .map(path -> path.substring(path.lastIndexOf(java.io.File.separatorChar) + 1))
                .toList();
    }
}
