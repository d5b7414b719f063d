package io.tapdeck.desk.alarms;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.desk.alarms.AlarmEntry.Part;
import io.tapdeck.desk.common.AccountMarks;
import io.tapdeck.desk.common.AcknowledgeLine;
import io.tapdeck.desk.common.BasePage;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.ListFilter;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Spacer;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.home.Knowledge;
import io.tapdeck.monitor.Watched;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The alarms of all environments: what is on, what has no data, and what rang in the last days. */
public final class AlarmsPage extends BasePage {
    private static final double CARD = 480;

    private final PageContext context;
    private final AlarmBell bell;
    private final ZoneId zone = ZoneId.systemDefault();
    private final Label counts = Texts.cell("", "td-muted");
    private final Button quiet;
    private final ListView<AlarmEntry> list = new ListView<>();
    private final ListFilter filter =
            new ListFilter("Filter by alarm, environment, account", "Filter alarms", list, this::show);
    private final Label nothing = Texts.text("", "td-muted");
    private final InvalidationListener again = observed -> read();
    private final InvalidationListener refresh = observed -> {
        tellQuiet();
        list.refresh();
    };
    private List<AlarmEntry> all = List.of();
    private boolean answered;
    /** Of the last reading: an older one that answers late changes nothing. */
    private int reads;

    /** A page that reads when it is shown, and whenever the environments are read. */
    public AlarmsPage(PageContext context, AlarmBell bell) {
        super(Section.ALARMS, "Alarms");
        this.context = context;
        this.bell = bell;
        this.quiet = Buttons.secondary("Quiet…", Icons.ACTIONS_OFF, this::askQuiet);
        list.setFixedCellSize(AlarmCell.HEIGHT);
        list.setCellFactory(view -> new AlarmCell(view, this, zone));
        list.setAccessibleText("Alarms, those that are on first");
        list.setPlaceholder(nothing);
        list.getStyleClass().add("td-journal");
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open();
            }
        });
        // The list would use Enter up for editing.
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isAltDown()) {
                open();
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        root.getChildren().add(new VBox(head(), bar(), list));
        tellQuiet();
    }

    private HBox head() {
        HBox head = new HBox(12, Texts.title("Alarms"), new Spacer(), quiet);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(16, 24, 0, 24));
        return head;
    }

    private HBox bar() {
        HBox bar = new HBox(
                12, filter, counts, new Spacer(), Texts.caption("Kept on this computer, longer than AWS keeps it."));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(12, 24, 12, 24));
        return bar;
    }

    /** 'Now' where an alarm is from. */
    Instant now(AlarmEntry entry) {
        return bell.environments().now(entry.row());
    }

    AccountMarks accounts() {
        return context.accounts();
    }

    QuietMode mode() {
        return bell.mode();
    }

    /** Whether it came while it was quiet. */
    boolean untold(AlarmEntry entry) {
        return bell.mode().untoldProperty().get().stream()
                .anyMatch(each -> each.stackName().equals(entry.row().stackName())
                        && each.alarmArn().equals(entry.alarm().arn())
                        && each.from().equals(entry.from()));
    }

    private void read() {
        AlarmBook book = AlarmBook.of(bell.environments());
        int asked = ++reads;
        context.background()
                .run(
                        book::all,
                        entries -> {
                            if (asked == reads) {
                                all = entries;
                                answered = !book.known().fromStore();
                                show();
                            }
                        },
                        failure -> context.overlays().say(String.valueOf(failure.getMessage())));
    }

    private void show() {
        AlarmEntry chosen = list.getSelectionModel().getSelectedItem();
        List<AlarmEntry> wanted =
                all.stream().filter(entry -> entry.matches(filter.getText())).toList();
        list.getItems().setAll(wanted);
        Optional.ofNullable(chosen)
                .flatMap(before -> wanted.stream().filter(before::same).findFirst())
                .or(() -> wanted.stream().findFirst())
                .ifPresent(entry -> list.getSelectionModel().select(entry));
        counts.setText("%d in alarm · %d without data · %d ended in the last 7 days"
                .formatted(count(Part.ON), count(Part.WAITING), count(Part.ENDED)));
        nothing.setText(nothing());
        Knowledge known = bell.environments().knowledgeProperty().get();
        Instant asOf = known.asOf();
        String read = asOf == null
                ? "not read yet"
                : "read " + TimeText.ago(asOf, bell.environments().now());
        tell("%d of %d alarms, %s".formatted(wanted.size(), all.size(), read));
        tellFresh(known.failure() == null && known.alarmsFailure() == null);
    }

    private String nothing() {
        if (!all.isEmpty()) {
            return "No alarm matches. Esc clears the filter.";
        }
        return answered ? "Every alarm is OK, and none rang in the last 7 days." : "The alarms are being read.";
    }

    private long count(Part part) {
        return all.stream().filter(entry -> entry.part() == part).count();
    }

    private void tellQuiet() {
        String words = bell.quietWordsProperty().get();
        quiet.setText(words.isEmpty() ? "Quiet…" : Character.toUpperCase(words.charAt(0)) + words.substring(1) + "…");
    }

    private void askQuiet() {
        context.overlays().show(new QuietCard(context, bell.mode()), () -> {});
    }

    private Optional<AlarmEntry> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void open() {
        chosen().ifPresent(entry -> {
            DeployedEnvironment environment = entry.row().deployed();
            if (environment != null) {
                context.navigator().watch(environment, entry.alarm().alarmId());
            }
        });
    }

    private void mute() {
        chosen().ifPresent(entry -> bell.mode().toggle(entry.row().key()));
    }

    private void acknowledge() {
        chosen().filter(entry -> entry.part() == Part.ON && entry.seen() == null)
                .ifPresent(entry -> entry.row().watched().ifPresent(watched -> ask(entry, watched)));
    }

    private void ask(AlarmEntry entry, Watched watched) {
        VBox card = new VBox(
                12,
                Texts.ask("Acknowledge %s of %s"
                        .formatted(entry.title(), entry.row().suffix())),
                Texts.paragraph(
                        "It says here that you have seen it, until the alarm is OK again. CloudWatch is told nothing.",
                        "td-muted"),
                new AcknowledgeLine(
                        context,
                        bell.environments().monitor(entry.row()),
                        watched,
                        entry.alarm(),
                        entry.title(),
                        () -> {
                            context.overlays().close();
                            read();
                            bell.read();
                        }));
        card.getStyleClass().add("td-card-pop");
        card.setMaxSize(CARD, Region.USE_PREF_SIZE);
        context.overlays().show(card, () -> {});
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("Enter", "open"),
                new KeyHint("A", "acknowledge"),
                new KeyHint("M", "mute its environment"),
                new KeyHint("Q", "quiet"),
                new KeyHint("/", "filter"),
                new KeyHint("R", "read again"));
    }

    @Override
    protected boolean onPlainKey(KeyEvent event) {
        switch (event.getCode()) {
            case A -> acknowledge();
            case M -> mute();
            case Q -> askQuiet();
            case R -> bell.environments().refresh();
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public void onFilter() {
        filter.requestFocus();
    }

    @Override
    public void shown() {
        bell.environments().knowledgeProperty().addListener(again);
        bell.quietWordsProperty().addListener(refresh);
        bell.mode().mutedProperty().addListener(refresh);
        read();
        list.requestFocus();
    }

    @Override
    public void left() {
        bell.environments().knowledgeProperty().removeListener(again);
        bell.quietWordsProperty().removeListener(refresh);
        bell.mode().mutedProperty().removeListener(refresh);
    }
}
