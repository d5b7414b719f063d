package io.tapdeck.environment;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

class PhysicalNameTest {
    @Test
    void leavesRoomForTheLongestRegionThatTheSdkKnows() {
        int longest = Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .mapToInt(region -> region.id().length())
                .max()
                .orElseThrow();

        assertThat(PhysicalName.REGION_LENGTH).isEqualTo(longest);
    }

    @Property
    void hasRoomForASuffixOfThatLengthAndNotForOneMore(@ForAll @IntRange(min = 80, max = 512) int limit) {
        PhysicalName name = new PhysicalName("bucket", "b-{account}-{region}-{stackId}-{suffix}", limit, "");
        String longest = name.with("s".repeat(name.room()))
                .replace("{account}", "1".repeat(PhysicalName.ACCOUNT_LENGTH))
                .replace("{region}", "r".repeat(PhysicalName.REGION_LENGTH))
                .replace("{stackId}", "0".repeat(PhysicalName.STACK_ID_LENGTH));

        assertThat(longest).hasSize(limit);
    }

    @Test
    void keepsAccountAndRegionForLater() {
        assertThat(new PhysicalName("bucket", "b-{account}-{region}-{suffix}", 63, "").with("qa7"))
                .isEqualTo("b-{account}-{region}-qa7");
    }
}
