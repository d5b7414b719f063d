package io.tapdeck.deploy;

/**
 * What lies in a bucket that is about to be deleted. AWS deletes a bucket only when nothing is in it (S3 user guide,
 * "Deleting a general purpose bucket").
 *
 * @param displayName the bucket's name on screen
 * @param bucketName its name in S3
 */
public record BucketContent(String logicalId, String displayName, String bucketName, Kind kind) {

    /** What is known of it. */
    public enum Kind {
        /** There is nothing in it. */
        EMPTY,
        /** There is something in it, and the stack empties it by itself before it goes. */
        EMPTIED_BY_STACK,
        /** There is something in it: its deletion fails until it is emptied. */
        HOLDS_OBJECTS,
        /** S3 did not let the session look. */
        NOT_CHECKED
    }

    /** The same in a sentence. */
    public String words() {
        return switch (kind) {
            case EMPTY -> "%s is empty.".formatted(displayName);
            case EMPTIED_BY_STACK -> "%s holds objects; the stack deletes them with it.".formatted(displayName);
            case HOLDS_OBJECTS -> "%s holds objects: AWS cannot delete it until it is emptied.".formatted(displayName);
            case NOT_CHECKED -> "Whether %s is empty could not be checked.".formatted(displayName);
        };
    }
}
