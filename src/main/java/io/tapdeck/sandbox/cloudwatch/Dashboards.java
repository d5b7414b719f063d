package io.tapdeck.sandbox.cloudwatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapdeck.sandbox.world.AccountWorld;
import io.tapdeck.sandbox.world.LiveResource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatch.model.DashboardEntry;
import software.amazon.awssdk.services.cloudwatch.model.DeleteDashboardsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetDashboardRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetDashboardResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListDashboardsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListDashboardsResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutDashboardRequest;

/**
 * Dashboards, as far as keeping them (API reference, "PutDashboard" and its kin): those of stacks, which every region of the
 * account shows, and those that callers put in this one.
 */
final class Dashboards {
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_-]{1,255}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 1000;

    private final String account;
    private final String partition;
    private final AccountWorld world;
    private final TreeMap<String, Dashboard> put = new TreeMap<>();
    /** Those of stacks that a caller deleted, and when: they come back when their stack changes them. */
    private final Map<String, Instant> deleted = new HashMap<>();

    private record Dashboard(String body, Instant modified) {}

    Dashboards(String account, String partition, AccountWorld world) {
        this.account = account;
        this.partition = partition;
        this.world = world;
    }

    /** All of them, by name; of two with one name the one that was changed last. */
    private Map<String, Dashboard> dashboards() {
        TreeMap<String, Dashboard> all = new TreeMap<>(put);
        for (LiveResource resource : world.ofType("AWS::CloudWatch::Dashboard")) {
            Dashboard deployed = new Dashboard(resource.property("/DashboardBody", ""), resource.changedAt());
            Instant gone = deleted.getOrDefault(resource.physicalId(), Instant.MIN);
            if (deployed.modified.isAfter(gone)) {
                all.merge(
                        resource.physicalId(),
                        deployed,
                        (one, other) -> one.modified.isAfter(other.modified) ? one : other);
            }
        }
        return all;
    }

    void put(PutDashboardRequest request, Instant at) {
        if (!NAME.matcher(request.dashboardName()).matches()) {
            throw Refusals.invalidValue("The value for field DashboardName contains invalid characters. It can only"
                    + " contain alphanumerics, dash (-) and underscore (_).\n");
        }
        try {
            JSON.readTree(request.dashboardBody());
        } catch (JsonProcessingException e) {
            throw Refusals.invalidDashboard("The field DashboardBody must be a valid JSON object");
        }
        put.put(request.dashboardName(), new Dashboard(request.dashboardBody(), at));
    }

    GetDashboardResponse get(GetDashboardRequest request) {
        Dashboard dashboard = dashboards().get(request.dashboardName());
        if (dashboard == null) {
            throw Refusals.noSuchDashboard(request.dashboardName());
        }
        return GetDashboardResponse.builder()
                .dashboardName(request.dashboardName())
                .dashboardArn(arn(request.dashboardName()))
                .dashboardBody(dashboard.body)
                .build();
    }

    ListDashboardsResponse list(ListDashboardsRequest request) {
        String prefix = Objects.requireNonNullElse(request.dashboardNamePrefix(), "");
        List<DashboardEntry> entries = dashboards().entrySet().stream()
                .filter(dashboard -> dashboard.getKey().startsWith(prefix))
                .map(dashboard -> DashboardEntry.builder()
                        .dashboardName(dashboard.getKey())
                        .dashboardArn(arn(dashboard.getKey()))
                        .lastModified(dashboard.getValue().modified)
                        .size((long) dashboard.getValue().body.getBytes(StandardCharsets.UTF_8).length)
                        .build())
                .toList();
        Page<DashboardEntry> page = Page.of(entries, request.nextToken(), PAGE);
        return ListDashboardsResponse.builder()
                .dashboardEntries(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    /** Deletes all of them or, if one is missing, none. */
    void delete(DeleteDashboardsRequest request, Instant at) {
        Map<String, Dashboard> known = dashboards();
        for (String name : request.dashboardNames()) {
            if (!known.containsKey(name)) {
                throw Refusals.noSuchDashboard(name);
            }
        }
        for (String name : request.dashboardNames()) {
            put.remove(name);
            deleted.put(name, at);
        }
    }

    private String arn(String name) {
        return "arn:%s:cloudwatch::%s:dashboard/%s".formatted(partition, account, name);
    }
}
