package io.tapdeck.aws.identitycenter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Files that nobody but their owner reads or writes: mode 0600 in folders of 0700, or an access list of one on Windows. */
final class OwnerOnly {
    static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Makes a folder and those above it, as far as they are absent; what exists keeps its permissions. */
    static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder, posix(FOLDER));
    }

    /**
     * Replaces a file as a whole: whoever reads it sees the old bytes or the new, also after a loss of power. A symbolic link
     * in its place is replaced, not followed.
     *
     * @param permissions of the new file, where the system has such permissions
     */
    static void replace(Path file, byte[] bytes, Set<PosixFilePermission> permissions) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        Path next = Files.createTempFile(folder, ".tapdeck", ".tmp", posix(FILE));
        try {
            restrict(next);
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            PosixFileAttributeView posix = Files.getFileAttributeView(next, PosixFileAttributeView.class);
            if (posix != null) {
                posix.setPermissions(permissions);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
        sync(folder);
    }

    /** Takes away what others may do with a file; a link is left alone, also one that takes its place meanwhile. */
    static void tighten(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        PosixFileAttributeView posix =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (posix == null) {
            restrict(file);
            return;
        }
        Set<PosixFilePermission> now = posix.readAttributes().permissions();
        if (!FILE.containsAll(now)) {
            EnumSet<PosixFilePermission> narrower = EnumSet.copyOf(now);
            narrower.retainAll(FILE);
            posix.setPermissions(narrower);
        }
    }

    /** On Windows: an access list with the owner alone. Elsewhere the mode says it already. */
    private static void restrict(Path file) throws IOException {
        AclFileAttributeView acl =
                Files.getFileAttributeView(file, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (acl == null || Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            return;
        }
        List<AclEntry> owner = List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(acl.getOwner())
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build());
        if (!acl.getAcl().equals(owner)) {
            acl.setAcl(owner);
        }
    }

    /** Makes the new name last as well, where folders can be opened. */
    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders, and some file systems cannot do it: the file itself is written.
        }
    }

    private static FileAttribute<?>[] posix(Set<PosixFilePermission> permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
