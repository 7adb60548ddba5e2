package org.muster.wire;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

import org.muster.model.Fault;
import org.muster.model.Rejection;

/** A refusal as problem details (RFC 9457). */
public final class ProblemJson {

    /** Media type of a problem that stands alone. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemJson() {}

    /** Writes the problem's fields into an object that is already open; "status" is the HTTP status. */
    public static void fields(JsonGenerator out, Rejection rejection) throws IOException {
        Rejection.Code code = rejection.code();
        out.writeNumberField("status", code.status());
        detail(out, rejection);
    }

    /** The same without the status, for places that have written one. */
    public static void detail(JsonGenerator out, Rejection rejection) throws IOException {
        out.writeStringField("type", "urn:muster:problem:" + rejection.code().slug());
        untyped(out, rejection);
    }

    /** The same without the type, for messages whose own "type" says that they are a problem. */
    public static void untyped(JsonGenerator out, Rejection rejection) throws IOException {
        Rejection.Code code = rejection.code();
        out.writeStringField("title", code.title());
        out.writeStringField("detail", rejection.detail());
        out.writeStringField("code", code.slug());
        if (rejection.faults().isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("errors");
        for (Fault fault : rejection.faults()) {
            out.writeStartObject();
            out.writeStringField("pointer", fault.pointer());
            out.writeStringField("detail", fault.detail());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
