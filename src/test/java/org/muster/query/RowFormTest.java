package org.muster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.impl.ParsableMIMEValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RowFormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|JSON", "*/*|JSON", "application/json|JSON",
            "application/geo+json|GEO_JSON", "Application/Geo+JSON|GEO_JSON", "text/csv|CSV",
            "text/*|CSV", "application/*|JSON", "text/csv; charset=utf-8|CSV",
            "text/html, text/csv;q=0.5|CSV", "text/csv;q=0.4, application/geo+json;q=0.5|GEO_JSON",
            "text/csv, */*;q=0.1|CSV", "text/html,application/xhtml+xml,*/*;q=0.8|JSON",
            "*/*, application/json;q=0|GEO_JSON", "application/json;q=0, application/*;q=0|none",
            "text/html|none", "text/csv;q=0|none"})
    void the_form_that_is_liked_best_is_taken(String accept, String form) {
        List<MIMEHeader> accepted = Arrays.stream(accept.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .<MIMEHeader>map(ParsableMIMEValue::new)
                .toList();
        assertThat(RowForm.of(accepted).map(RowForm::name).orElse("none")).isEqualTo(form);
    }
}
