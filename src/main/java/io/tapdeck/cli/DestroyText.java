package io.tapdeck.cli;

import io.tapdeck.deploy.DestroyPreview;
import java.io.PrintStream;

/** What destroying does, in words. */
final class DestroyText {
    private DestroyText() {}

    static void print(PrintStream to, DestroyPreview preview) {
        to.println("Deleted with everything in it: " + String.join(", ", preview.deleted()));
        if (!preview.kept().isEmpty()) {
            to.println("Kept in the account: " + String.join(", ", preview.kept()));
        }
        preview.leftBehind().forEach(left -> to.println("Left behind: " + left.words()));
        preview.buckets().forEach(bucket -> to.println(bucket.words()));
    }
}
