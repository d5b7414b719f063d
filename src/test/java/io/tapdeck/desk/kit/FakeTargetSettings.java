package io.tapdeck.desk.kit;

import io.tapdeck.environment.TargetSettings;
import io.tapdeck.store.TargetFileException;
import io.tapdeck.store.TargetSettingsSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Target settings without a disk: a test says what stands in which file. */
public final class FakeTargetSettings implements TargetSettingsSource {
    private final Map<Path, TargetSettings> files = new HashMap<>();
    private final Map<String, Path> chosen = new HashMap<>();

    /** Lets a file hold settings. */
    public void write(Path file, TargetSettings settings) {
        files.put(file, settings);
    }

    /** Lets a file be gone. */
    public void remove(Path file) {
        files.remove(file);
    }

    @Override
    public TargetSettings current(String account) {
        OffScreen.require();
        return file(account).map(this::read).orElse(TargetSettings.NONE);
    }

    @Override
    public Optional<Path> file(String account) {
        return Optional.ofNullable(chosen.get(account));
    }

    @Override
    public TargetSettings choose(String account, @Nullable Path file) {
        OffScreen.require();
        if (file == null) {
            chosen.remove(account);
            return TargetSettings.NONE;
        }
        TargetSettings settings = read(file);
        chosen.put(account, file);
        return settings;
    }

    private TargetSettings read(Path file) {
        TargetSettings settings = files.get(file);
        if (settings == null) {
            throw new TargetFileException("The file of target settings %s is not there.".formatted(file), List.of());
        }
        return settings;
    }
}
