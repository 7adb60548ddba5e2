package org.muster.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.muster.model.IncidentStatus;
import org.muster.model.Report;

/** An incident's status, by going through its reports in effective order. */
final class ReferenceLife {

    /** Reports outside the spans between a closing and the next reopening. */
    final List<Told> counted = new ArrayList<>();
    /** Those of them since the last reopening, with it. */
    final List<Told> sinceReopened = new ArrayList<>();

    IncidentStatus status = IncidentStatus.REPORTED;
    @Nullable
    Instant closedAt;
    @Nullable
    String closingCategory;

    ReferenceLife(List<Told> inOrder) {
        for (Told told : inOrder) {
            Report report = told.report();
            if (closedAt != null && !report.reopen()) {
                continue;
            }
            if (closedAt != null) {
                closedAt = null;
                closingCategory = null;
                status = IncidentStatus.ONGOING;
                sinceReopened.clear();
            }
            counted.add(told);
            sinceReopened.add(told);
            if (report.status() != null) {
                status = report.status();
            }
            if (report.status() == IncidentStatus.CLOSED) {
                closedAt = told.at();
                closingCategory = report.closingCategory();
            }
        }
    }

    boolean isOpen() {
        return closedAt == null;
    }
}
