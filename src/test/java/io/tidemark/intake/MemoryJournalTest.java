package io.tidemark.intake;

import java.util.List;

class MemoryJournalTest extends JournalContract {
    private final MemoryJournal journal = new MemoryJournal();

    @Override
    protected Journal journal() {
        return journal;
    }

    @Override
    protected List<String> movementsFound() {
        return journal.detections().stream()
                .flatMap(detection -> detection.findings().stream()
                        .map(finding -> detection.movement().value()))
                .toList();
    }

    @Override
    protected List<String> movementsAlerted() {
        return journal.alerts().stream()
                .map(alert -> alert.movement().movementId().value())
                .toList();
    }
}
