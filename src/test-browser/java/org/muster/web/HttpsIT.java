package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.it.ServiceProcess;
import org.muster.tls.Papers;

/** The page over HTTPS: signed in by the cookie that only this host over TLS can set, live over wss. */
final class HttpsIT {

    @Test
    void one_signs_in_and_the_page_is_live(@TempDir Path folder) throws Exception {
        Papers papers = Papers.make(folder, "page");
        try (var browsing = new Browsing();
                var service = ServiceProcess.start(folder.resolve("data"),
                        Map.of("MUSTER_SERVER_TLS_CERTIFICATE", papers.certificate().toString(),
                                "MUSTER_SERVER_TLS_KEY", papers.key().toString()));
                BrowserContext profile = browsing.trustingProfile()) {
            String address = service.url().toString();
            var screen = new Screen(profile, address.substring(0, address.length() - 1));
            screen.signIn(service.token("controller", "desk-1"));
            screen.awaitState("live");
            List<Cookie> cookies = profile.cookies();
            assertThat(cookies).singleElement().satisfies(cookie -> {
                assertThat(cookie.name).isEqualTo("__Host-muster-session");
                assertThat(cookie.secure).isTrue();
                assertThat(cookie.httpOnly).isTrue();
                assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT);
            });
            screen.page.reload();
            screen.awaitState("live");
        }
    }
}
