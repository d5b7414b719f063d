package io.tapdeck.blueprint.auroramysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuroraVersionsTest {
    @Test
    void areThoseThatCdkKnows() throws ClassNotFoundException {
        // Not initialized: that would start Node.
        Class<?> known = Class.forName(
                "software.amazon.awscdk.services.rds.AuroraMysqlEngineVersion",
                false,
                AuroraVersionsTest.class.getClassLoader());
        List<String> versions = Arrays.stream(known.getDeclaredFields())
                .map(Field::getName)
                .filter(name -> name.startsWith("VER_3_"))
                .map(name -> name.substring("VER_".length()).replace('_', '.'))
                .filter(version -> AuroraCapacity.isAtLeast(version, "3.04.0"))
                .toList();

        assertThat(AuroraCapacity.VERSIONS).containsExactlyElementsOf(versions);
    }
}
