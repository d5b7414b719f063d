package io.tapdeck.desk.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a machine can show is found on its PATH, and gets words only, never options, markup or secrets. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class SystemMessagesTest {
    private final Path folder;
    private final Path heard;

    SystemMessagesTest(@TempDir Path folder) {
        this.folder = folder;
        this.heard = folder.resolve("heard");
    }

    @Test
    void notifySendGetsTitleAndTextAfterTheEndOfItsOptions() throws IOException {
        program("notify-send", "for argument in \"$@\"; do echo \"$argument\" >> '%s'; done".formatted(heard));

        messages("Linux").show(new DesktopMessage("--icon=/etc/passwd", "prod1: 2 of 2\nat <b>91 %</b> & more\\n"));

        assertThat(Files.readAllLines(heard))
                .containsExactly(
                        "--app-name=Tapdeck",
                        "--category=device.error",
                        "--",
                        "--icon=/etc/passwd",
                        "prod1: 2 of 2 at ‹b›91 %‹/b› + more∖n");
    }

    @Test
    void appleScriptGetsTitleAndTextAsWordsAndNotAsScript() throws IOException {
        program("osascript", "for argument in \"$@\"; do echo \"$argument\" >> '%s'; done".formatted(heard));

        messages("Mac OS X").show(new DesktopMessage("prod1", "\" & (do shell script \"id\")"));

        assertThat(Files.readAllLines(heard))
                .endsWith("end run", "--", "prod1", "\" + (do shell script \"id\")")
                .contains("display notification (item 2 of argv) with title (item 1 of argv)");
    }

    @Test
    void aMessageThatWasNotShownIsSaid() throws IOException {
        program("notify-send", "exit 3");

        assertThatThrownBy(() -> messages("Linux").show(new DesktopMessage("prod1", "CPU")))
                .isInstanceOf(IOException.class)
                .hasMessage("notify-send ended with 3.");
    }

    @Test
    void aMachineWithoutTheProgramSaysSo() {
        assertThat(messages("Linux").supported()).isFalse();
        assertThat(messages("Linux").words())
                .isEqualTo("This desktop shows no messages: notify-send is not on the PATH."
                        + " Tapdeck shows them in its own window.");
        assertThat(messages("Mac OS X").words()).contains("osascript is not on the PATH.");
        assertThat(messages("Windows 11").words())
                .as("there is no tray where there is no screen")
                .contains("There is no tray.");
    }

    @Test
    void aFileThatIsNoProgramAndAFolderOfNoFixedPlaceAreNotUsed() throws IOException {
        Files.writeString(folder.resolve("notify-send"), "not executable");

        assertThat(messages("Linux").supported()).isFalse();
        assertThat(SystemMessages.find("Linux", "bin:\u0000").supported()).isFalse();
    }

    @Test
    void aLongMessageIsCut() {
        DesktopMessage message = new DesktopMessage("t", "x".repeat(1_000));

        assertThat(message.text()).hasSize(240).endsWith("…");
    }

    private DesktopMessages messages(String system) {
        return SystemMessages.find(system, folder.toString());
    }

    private void program(String name, String line) throws IOException {
        Path program = folder.resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
