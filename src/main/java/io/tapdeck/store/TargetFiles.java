package io.tapdeck.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.environment.TargetFile;
import io.tapdeck.environment.TargetSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Remembers in the data folder's {@code targets.json} which file holds the settings of which account. Thread-safe. */
public final class TargetFiles implements TargetSettingsSource {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Path index;

    /**
     * The choices that are kept in a folder.
     *
     * @param dataFolder need not exist yet
     */
    public TargetFiles(Path dataFolder) {
        this.index = dataFolder.resolve("targets.json");
    }

    @Override
    public TargetSettings current(String account) {
        return file(account).map(file -> read(file, account)).orElse(TargetSettings.NONE);
    }

    @Override
    public synchronized Optional<Path> file(String account) {
        JsonNode file = load().path(account);
        return file.isTextual() ? Optional.of(Path.of(file.asText())) : Optional.empty();
    }

    @Override
    public synchronized TargetSettings choose(String account, @Nullable Path file) {
        TargetSettings settings = file == null ? TargetSettings.NONE : read(file, account);
        ObjectNode all = load();
        if (file == null) {
            all.remove(account);
        } else {
            all.put(account, file.toAbsolutePath().toString());
        }
        save(all);
        return settings;
    }

    /**
     * The settings in a file, for an account.
     *
     * @throws TargetFileException with every problem
     */
    public static TargetSettings read(Path file, String account) {
        TargetFile read;
        try {
            read = TargetFile.parse(Files.readString(file, StandardCharsets.UTF_8), account);
        } catch (NoSuchFileException e) {
            throw unusable(file, "is not there", "Choose another, or none.");
        } catch (IOException e) {
            throw unusable(file, "cannot be read: " + e.getMessage(), "Mend that, or choose another.");
        }
        if (!read.problems().isEmpty()) {
            throw new TargetFileException(
                    "The file of target settings %s cannot be used.%n%s"
                            .formatted(
                                    file,
                                    read.problems().stream()
                                            .map(problem -> problem.field() + ": " + problem.message())
                                            .collect(Collectors.joining(System.lineSeparator()))),
                    read.problems());
        }
        return read.settings();
    }

    private ObjectNode load() {
        try {
            if (JSON.readTree(Files.readString(index, StandardCharsets.UTF_8)) instanceof ObjectNode all) {
                return all;
            }
        } catch (NoSuchFileException e) {
            return JSON.createObjectNode();
        } catch (JacksonException e) {
            // Said below, like anything else that is no object.
        } catch (IOException e) {
            throw unusable(index, "cannot be read: " + e.getMessage(), "Mend that.");
        }
        throw new TargetFileException(
                "%s no longer says which file holds the target settings. Delete it and choose the file again."
                        .formatted(index),
                List.of());
    }

    private void save(ObjectNode all) {
        try {
            Path folder = Files.createDirectories(index.toAbsolutePath().getParent());
            Path next = Files.createTempFile(folder, "targets", ".json");
            Files.writeString(next, all.toPrettyString() + "\n", StandardCharsets.UTF_8);
            Files.move(next, index, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unusable(index, "cannot be written: " + e.getMessage(), "Free some space, or mend its permissions.");
        }
    }

    private static TargetFileException unusable(Path file, String what, String mend) {
        return new TargetFileException("The file of target settings %s %s. %s".formatted(file, what, mend), List.of());
    }
}
