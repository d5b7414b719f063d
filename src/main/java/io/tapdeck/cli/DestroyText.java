package io.tapdeck.cli;

import io.tapdeck.deploy.DestroyPreview;
import java.util.ArrayList;
import java.util.List;

/** What destroying does, in words. */
final class DestroyText {
    private DestroyText() {}

    static List<String> lines(DestroyPreview preview) {
        List<String> lines = new ArrayList<>();
        lines.add("Deleted with everything in it: " + String.join(", ", preview.deleted()));
        if (!preview.kept().isEmpty()) {
            lines.add("Kept in the account: " + String.join(", ", preview.kept()));
        }
        preview.leftBehind().forEach(left -> lines.add("Left behind: " + left.words()));
        preview.buckets().forEach(bucket -> lines.add(bucket.words()));
        return lines;
    }
}
