package org.muster.core;

import java.util.List;

/** The requests for one place, for a snapshot; degrees as in {@link org.muster.model.Location}. */
public record PlaceRequestState(double lat, double lon, List<String> areas,
        List<RequestState> requests) {

    public PlaceRequestState {
        areas = List.copyOf(areas);
        requests = List.copyOf(requests);
    }
}
