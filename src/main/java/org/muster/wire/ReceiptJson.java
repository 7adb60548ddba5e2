package org.muster.wire;

import java.io.IOException;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonGenerator;

import org.muster.model.Receipt;
import org.muster.model.Warning;

/** A receipt as the sender of a report gets it. */
public final class ReceiptJson {

    private ReceiptJson() {}

    /** Writes the receipt's fields into an object that is already open. */
    public static void fields(JsonGenerator out, Receipt receipt) throws IOException {
        out.writeStringField("id", receipt.id().toString());
        out.writeNumberField("seq", receipt.seq());
        out.writeStringField("cursor", receipt.cursor().text());
        out.writeStringField("receivedAt", Times.text(receipt.receivedAt()));
        if (receipt.incident() != null) {
            out.writeStringField("incident", receipt.incident().toString());
        }
        if (receipt.protest() != null) {
            out.writeStringField("protest", receipt.protest().toString());
        }
        PictureJson.strings(out, "areas", receipt.areas());
        out.writeStringField("leafHash", receipt.leafHash());
        PictureJson.strings(out, "similar",
                receipt.similar().stream().map(UUID::toString).toList());
        out.writeArrayFieldStart("warnings");
        for (Warning warning : receipt.warnings()) {
            out.writeString(warning.slug());
        }
        out.writeEndArray();
    }
}
