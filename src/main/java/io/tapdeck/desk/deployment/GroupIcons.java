package io.tapdeck.desk.deployment;

import io.tapdeck.desk.common.Icons;

/** The glyph of a resource group, by the blueprint's id of it. */
final class GroupIcons {
    private GroupIcons() {}

    static Icons of(String groupId) {
        return switch (groupId) {
            case "network" -> Icons.NETWORK;
            case "encryption" -> Icons.ENCRYPTION;
            case "database" -> Icons.DATABASE;
            case "backup" -> Icons.BACKUP;
            case "alarms" -> Icons.ALARMS;
            default -> Icons.RESOURCE;
        };
    }
}
