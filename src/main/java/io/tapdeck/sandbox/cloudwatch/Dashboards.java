package io.tapdeck.sandbox.cloudwatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
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

/** Dashboards, as far as keeping them (API reference, "PutDashboard" and its kin). */
final class Dashboards {
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_-]{1,255}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 1000;

    private final String account;
    private final TreeMap<String, Dashboard> dashboards = new TreeMap<>();

    private record Dashboard(String body, Instant modified) {}

    Dashboards(String account) {
        this.account = account;
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
        dashboards.put(request.dashboardName(), new Dashboard(request.dashboardBody(), at));
    }

    GetDashboardResponse get(GetDashboardRequest request) {
        Dashboard dashboard = dashboards.get(request.dashboardName());
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
        List<DashboardEntry> entries = dashboards.entrySet().stream()
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
    void delete(DeleteDashboardsRequest request) {
        for (String name : request.dashboardNames()) {
            if (!dashboards.containsKey(name)) {
                throw Refusals.noSuchDashboard(name);
            }
        }
        request.dashboardNames().forEach(dashboards::remove);
    }

    private String arn(String name) {
        return "arn:aws:cloudwatch::%s:dashboard/%s".formatted(account, name);
    }
}
