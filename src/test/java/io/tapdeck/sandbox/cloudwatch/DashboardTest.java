package io.tapdeck.sandbox.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.world.LiveResource;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.DashboardEntry;
import software.amazon.awssdk.services.cloudwatch.model.DashboardNotFoundErrorException;

/** The dashboards that CloudFormation makes. */
class DashboardTest {
    private final VirtualClock clock = new VirtualClock();
    private final ResourceWorld world = new ResourceWorld();
    private final SandboxCloudWatch cloudWatch = new SandboxCloudWatch(clock, world, "000000000000", "us-east-1");

    @Test
    void areShownInEveryRegionOfTheAccount() {
        deploy("{\"widgets\":[]}");
        SandboxCloudWatch elsewhere =
                new SandboxCloudWatch(clock, new ResourceWorld(world.account()), "000000000000", "eu-west-1");

        assertThat(elsewhere
                        .getDashboard(request -> request.dashboardName("backup"))
                        .dashboardBody())
                .isEqualTo("{\"widgets\":[]}");
        assertThat(elsewhere.listDashboards().dashboardEntries())
                .extracting(DashboardEntry::dashboardName)
                .containsExactly("backup");
    }

    @Test
    void whoeverChangesOneLastIsShown() {
        deploy("{\"widgets\":[]}");
        clock.advance(Duration.ofMinutes(1));
        cloudWatch.putDashboard(request -> request.dashboardName("backup").dashboardBody("{\"mine\":1}"));
        assertThat(body()).isEqualTo("{\"mine\":1}");

        clock.advance(Duration.ofMinutes(1));
        deploy("{\"widgets\":[1]}");
        assertThat(body()).isEqualTo("{\"widgets\":[1]}");
    }

    @Test
    void aDeletedOneIsGone() {
        deploy("{}");
        cloudWatch.deleteDashboards(request -> request.dashboardNames("backup"));

        assertThatThrownBy(this::body).isInstanceOf(DashboardNotFoundErrorException.class);
    }

    private String body() {
        return cloudWatch
                .getDashboard(request -> request.dashboardName("backup"))
                .dashboardBody();
    }

    private void deploy(String body) {
        world.put(new LiveResource(
                "stack",
                "stack",
                "Dashboard",
                "AWS::CloudWatch::Dashboard",
                "backup",
                JsonNodeFactory.instance.objectNode().put("DashboardBody", body),
                JsonNodeFactory.instance.objectNode(),
                Map.of(),
                clock.instant(),
                clock.instant()));
    }
}
