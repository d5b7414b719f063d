package io.tapdeck.aws;

import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.Region;

/** The regions that this version of the SDK knows. */
public final class AwsRegions {
    private static final Pattern FORM = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}");

    private AwsRegions() {}

    /** Their names in order, such as {@code eu-west-1}; without those that stand for a whole partition. */
    public static List<String> names() {
        return Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .map(Region::id)
                .filter(AwsRegions::wellFormed)
                .sorted()
                .toList();
    }

    /** Whether a text can be a region's name; AWS opens regions faster than this list grows. */
    public static boolean wellFormed(String name) {
        return FORM.matcher(name).matches();
    }
}
