package org.muster.config;

import java.util.List;

import org.muster.model.Settings;

/** What an incident or protest can be, and the grounds of an arrest; in the files' order. */
public record Catalogue(List<Settings.Category> categories, List<Settings.Offence> offences) {

    public Catalogue {
        categories = List.copyOf(categories);
        offences = List.copyOf(offences);
    }
}
