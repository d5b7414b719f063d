package io.tapdeck.desk.common;

/** The glyph of a resource group, by the blueprint's id of it. */
public final class GroupIcons {
    private GroupIcons() {}

    /** The glyph; a plain one for a group of another name. */
    public static Icons of(String groupId) {
        return switch (groupId) {
            case "network" -> Icons.NETWORK;
            case "encryption" -> Icons.ENCRYPTION;
            case "database" -> Icons.DATABASE;
            case "backup" -> Icons.BACKUP;
            case "tables" -> Icons.TABLE;
            case "queue" -> Icons.QUEUE;
            case "alarms" -> Icons.ALARMS;
            default -> Icons.RESOURCE;
        };
    }
}
