package org.muster.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A report while it is put together; each field as in {@link Report}, unset until it is given. One thread. */
public final class ReportBuilder {

    private final UUID id;
    private final Instant observedAt;
    private @Nullable UUID incident;
    private @Nullable UUID protest;
    private @Nullable String category;
    private @Nullable String title;
    private @Nullable Instant sentAt;
    private @Nullable Location location;
    private @Nullable CrowdEstimate crowd;
    private List<Deployment> officers = List.of();
    private List<Arrest> arrests = List.of();
    private @Nullable Injured injured;
    private @Nullable IncidentStatus status;
    private @Nullable String closingCategory;
    private boolean reopen;
    private @Nullable String reason;
    private @Nullable Methane methane;
    private @Nullable Crime crime;
    private @Nullable String crimeRef;
    private boolean allQuiet;
    private boolean emergency;
    private @Nullable UUID corrects;
    private boolean withdrawn;
    private List<Link> links = List.of();
    private @Nullable Boolean sensitive;
    private boolean drill;
    private @Nullable String onBehalfOf;
    private @Nullable ExternalRef externalRef;
    private @Nullable String text;

    ReportBuilder(UUID id, Instant observedAt) {
        this.id = id;
        this.observedAt = observedAt;
    }

    /** Sets {@link Report#incident}. */
    public ReportBuilder incident(@Nullable UUID incident) {
        this.incident = incident;
        return this;
    }

    /** Sets {@link Report#protest}. */
    public ReportBuilder protest(@Nullable UUID protest) {
        this.protest = protest;
        return this;
    }

    /** Sets {@link Report#category}. */
    public ReportBuilder category(@Nullable String category) {
        this.category = category;
        return this;
    }

    /** Sets {@link Report#title}. */
    public ReportBuilder title(@Nullable String title) {
        this.title = title;
        return this;
    }

    /** Sets {@link Report#sentAt}. */
    public ReportBuilder sentAt(@Nullable Instant sentAt) {
        this.sentAt = sentAt;
        return this;
    }

    /** Sets {@link Report#location}. */
    public ReportBuilder location(@Nullable Location location) {
        this.location = location;
        return this;
    }

    /** Sets {@link Report#crowd}. */
    public ReportBuilder crowd(@Nullable CrowdEstimate crowd) {
        this.crowd = crowd;
        return this;
    }

    /** Sets {@link Report#officers}. */
    public ReportBuilder officers(List<Deployment> officers) {
        this.officers = officers;
        return this;
    }

    /** Sets {@link Report#arrests}. */
    public ReportBuilder arrests(List<Arrest> arrests) {
        this.arrests = arrests;
        return this;
    }

    /** Sets {@link Report#injured}. */
    public ReportBuilder injured(@Nullable Injured injured) {
        this.injured = injured;
        return this;
    }

    /** Sets {@link Report#status}. */
    public ReportBuilder status(@Nullable IncidentStatus status) {
        this.status = status;
        return this;
    }

    /** Sets {@link Report#closingCategory}. */
    public ReportBuilder closingCategory(@Nullable String closingCategory) {
        this.closingCategory = closingCategory;
        return this;
    }

    /** Sets {@link Report#reopen}. */
    public ReportBuilder reopen(boolean reopen) {
        this.reopen = reopen;
        return this;
    }

    /** Sets {@link Report#reason}. */
    public ReportBuilder reason(@Nullable String reason) {
        this.reason = reason;
        return this;
    }

    /** Sets {@link Report#methane}. */
    public ReportBuilder methane(@Nullable Methane methane) {
        this.methane = methane;
        return this;
    }

    /** Sets {@link Report#crime}. */
    public ReportBuilder crime(@Nullable Crime crime) {
        this.crime = crime;
        return this;
    }

    /** Sets {@link Report#crimeRef}. */
    public ReportBuilder crimeRef(@Nullable String crimeRef) {
        this.crimeRef = crimeRef;
        return this;
    }

    /** Sets {@link Report#allQuiet}. */
    public ReportBuilder allQuiet(boolean allQuiet) {
        this.allQuiet = allQuiet;
        return this;
    }

    /** Sets {@link Report#emergency}. */
    public ReportBuilder emergency(boolean emergency) {
        this.emergency = emergency;
        return this;
    }

    /** Sets {@link Report#corrects}. */
    public ReportBuilder corrects(@Nullable UUID corrects) {
        this.corrects = corrects;
        return this;
    }

    /** Sets {@link Report#withdrawn}. */
    public ReportBuilder withdrawn(boolean withdrawn) {
        this.withdrawn = withdrawn;
        return this;
    }

    /** Sets {@link Report#links}. */
    public ReportBuilder links(List<Link> links) {
        this.links = links;
        return this;
    }

    /** Sets {@link Report#sensitive}. */
    public ReportBuilder sensitive(@Nullable Boolean sensitive) {
        this.sensitive = sensitive;
        return this;
    }

    /** Sets {@link Report#drill}. */
    public ReportBuilder drill(boolean drill) {
        this.drill = drill;
        return this;
    }

    /** Sets {@link Report#onBehalfOf}. */
    public ReportBuilder onBehalfOf(@Nullable String onBehalfOf) {
        this.onBehalfOf = onBehalfOf;
        return this;
    }

    /** Sets {@link Report#externalRef}. */
    public ReportBuilder externalRef(@Nullable ExternalRef externalRef) {
        this.externalRef = externalRef;
        return this;
    }

    /** Sets {@link Report#text}. */
    public ReportBuilder text(@Nullable String text) {
        this.text = text;
        return this;
    }

    /** The report; fails when what was given contradicts itself. */
    public Report build() {
        return new Report(id, incident, protest, category, title, observedAt, sentAt, location,
                crowd, officers, arrests, injured, status, closingCategory, reopen, reason, methane,
                crime, crimeRef, allQuiet, emergency, corrects, withdrawn, links, sensitive, drill,
                onBehalfOf, externalRef, text);
    }
}
