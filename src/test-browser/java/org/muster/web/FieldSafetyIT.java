package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

/** What an officer in trouble, in the rain, with a bad phone relies on. */
final class FieldSafetyIT extends WithService {
    private static final int CALLED_WHILE_OPENING = 24;

    /** Calls emergencies at every turn of the page between the phone's storage and what is done with it. */
    private static final String CALLS_WHILE_OPENING = """
            window.called = 0;
            const callOn = async until => {
              for (; window.called < until; window.called++) {
                document.querySelector('muster-emergency').dispatchEvent(new Event('emergency'));
                await null;
              }
            };
            const onEach = (type, name) => {
              const { set } = Object.getOwnPropertyDescriptor(type.prototype, name);
              Object.defineProperty(type.prototype, name, { set(handler) {
                set.call(this, event => {
                  handler(event);
                  callOn(Math.min(window.called + 8, %d));
                });
              } });
            };
            onEach(IDBRequest, 'onsuccess');
            onEach(IDBTransaction, 'oncomplete');
            """.formatted(CALLED_WHILE_OPENING);

    /** Holds the phone's storage back until `openStorage()`, and the page does not give it up meanwhile. */
    private static final String STORAGE_HELD = """
            const { setTimeout: wait, indexedDB: { open } } = window;
            window.setTimeout = (work, millis, ...more) => millis === 4_000 ? 0 : wait(work, millis, ...more);
            const turned = new Promise(resolve => { window.openStorage = resolve; });
            IDBFactory.prototype.open = function(...what) {
              const request = open.apply(this, what);
              Object.defineProperty(request, 'onsuccess', { set(handler) {
                request.addEventListener('success', event => turned.then(() => handler(event)));
              } });
              return request;
            };""";

    /** Does not tell the page that something was written before `tellWritten()`; counts what was. */
    private static final String WRITING_HELD = """
            window.written = 0;
            const told = new Promise(resolve => { window.tellWritten = resolve; });
            const { set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
            Object.defineProperty(IDBTransaction.prototype, 'oncomplete', { set(handler) {
              set.call(this, this.mode === 'readonly' ? handler : event => {
                window.written++;
                told.then(() => handler(event));
              });
            } });""";

    @Test
    void an_emergency_called_from_any_screen_without_signal_arrives_first() throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            phone.aeroplane(true);
            phone.quiet("before it");
            phone.form("Crowd size");
            phone.holdEmergency();
            phone.awaitText(".emergency-told", "EMERGENCY not received yet");
            phone.awaitText(".emergency-told", "Use the radio too");
            phone.picture("field-emergency-waiting");
            phone.closeTab();
            phone.reopen();
            phone.awaitText(".emergency-told", "not received yet");
            phone.aeroplane(false);
            phone.awaitRecorded("EMERGENCY", "before it");
            phone.awaitText(".emergency-told", "EMERGENCY received ");
            phone.awaitText("#assertive", "EMERGENCY received ");
            phone.picture("field-emergency-received");
            phone.button("Understood");
            for (String hash : List.of("reports", "settings", "crowd", "incident", "arrests",
                    "support", "quiet", "methane", "sign-in", "")) {
                phone.page.evaluate("hash => { location.hash = hash; }", hash);
                phone.await("the emergency on " + hash,
                        () -> phone.page.locator(".hold").count() > 0
                                && phone.page.locator(".hold").isVisible());
                var box = phone.page.locator(".hold").boundingBox();
                assertThat(box.y + box.height).as(hash).isBetween(600.0, 740.0);
                assertThat(box.height).as(hash).isGreaterThanOrEqualTo(48);
            }
        }
    }

    @Test
    void an_emergency_does_not_wait_for_a_report_that_hangs() throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            phone.profile.route("**/api/v1/reports", route -> {
                if (route.request().postData().contains("\"emergency\"")) {
                    route.resume();
                }
            });
            phone.quiet("hangs");
            phone.awaitText(".head", "Sending 1");
            phone.holdEmergency();
            phone.awaitText(".emergency-told", "EMERGENCY received ");
            assertThat(phone.recordedWords()).containsExactly("EMERGENCY");
        }
    }

    @Test
    void a_short_press_sends_nothing_says_so_and_leads_to_a_way_without_holding() throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            phone.page.locator(".hold").tap();
            phone.awaitText(".emergency-asks", "Not sent: held too short");
            phone.awaitText("#assertive", "Not sent: held too short");
            assertThat(phone.violations()).isEmpty();
            phone.button("No, nothing");
            phone.awaitText("#polite", "Emergency not sent");
            assertThat(phone.recordedWords()).isEmpty();
            phone.page.locator(".hold").focus();
            phone.page.keyboard().down(" ");
            phone.awaitText(".hold", "HOLD ON");
            phone.page.keyboard().up(" ");
            phone.awaitText(".emergency-asks", "Not sent");
            phone.page.getByText("Send emergency").focus();
            phone.page.keyboard().press("Enter");
            phone.awaitText(".emergency-told", "EMERGENCY received ");
            phone.awaitRecorded("EMERGENCY");
        }
    }

    @Test
    void the_emergency_is_called_by_holding_a_key_and_a_screen_readers_click_asks_first()
            throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            phone.page.locator(".hold").evaluate("it => it.click()");
            phone.awaitText(".emergency-asks", "Not sent");
            phone.button("No, nothing");
            phone.page.locator(".hold").focus();
            phone.page.keyboard().down("Enter");
            phone.awaitText(".emergency-told", "EMERGENCY");
            assertThat(phone.page.evaluate("() => document.activeElement.innerText")).asString()
                    .as("the focus is not lost with the button")
                    .contains("EMERGENCY");
            phone.page.keyboard().up("Enter");
            phone.awaitRecorded("EMERGENCY");
        }
    }

    @Test
    void an_emergency_called_before_the_storage_has_opened_is_sent_all_the_same() throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            phone.profile.addInitScript("indexedDB.open = () => ({});");
            phone.page.reload();
            phone.holdEmergency();
            phone.awaitText(".emergency-told", "EMERGENCY received ");
            phone.awaitRecorded("EMERGENCY");
        }
    }

    @Test
    void of_emergencies_called_at_every_moment_of_the_storages_opening_none_is_lost()
            throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            phone.aeroplane(true);
            phone.page.addInitScript(CALLS_WHILE_OPENING);
            phone.page.reload();
            phone.await("all are called",
                    () -> phone.page.evaluate("() => window.called").equals(CALLED_WHILE_OPENING));
            phone.awaitText(".head", CALLED_WHILE_OPENING + " saved on phone");
            phone.closeTab();
            phone.reopen();
            phone.awaitText(".head", CALLED_WHILE_OPENING + " saved on phone");
            phone.aeroplane(false);
            phone.awaitRecorded(
                    Collections.nCopies(CALLED_WHILE_OPENING, "EMERGENCY").toArray(String[]::new));
        }
    }

    @Test
    void an_emergency_called_before_the_storage_has_opened_is_kept_there_as_it_is_by_then()
            throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            int[] sent = {0};
            phone.profile.route("**/api/v1/reports", route -> {
                sent[0]++;
                route.resume();
            });
            phone.quiet("before it");
            phone.holdEmergency();
            phone.awaitText(".emergency-told", "EMERGENCY received ");
            phone.page.addInitScript(STORAGE_HELD);
            phone.page.reload();
            phone.holdEmergency();
            phone.awaitText(".emergency-told", "EMERGENCY received ");
            int sentBefore = sent[0];
            openStorage(phone);
            phone.quiet("after it");
            phone.awaitState("after it", "received");
            assertThat(sent[0]).isEqualTo(sentBefore + 1);
            phone.aeroplane(true);
            phone.page.reload();
            phone.holdEmergency();
            phone.awaitText(".emergency-told", "EMERGENCY not received yet");
            int tries = tries(phone);
            phone.page.evaluate(
                    """
                    () => new MutationObserver(() => {
                      window.gone ||= !document.querySelector('.emergency-told[data-state=saved]');
                    }).observe(document.body, {subtree: true, childList: true, attributes: true})""");
            openStorage(phone);
            phone.awaitText(".emergency-told", "EMERGENCY not received yet");
            assertThat(phone.page.evaluate("() => window.gone ?? false")).isEqualTo(false);
            assertThat(tries(phone)).isGreaterThanOrEqualTo(tries);
            phone.closeTab();
            phone.reopen();
            phone.awaitText(".emergency-told", "EMERGENCY not received yet");
            assertThat(tries(phone)).isGreaterThanOrEqualTo(tries);
            phone.aeroplane(false);
            phone.awaitRecorded("before it", "EMERGENCY", "EMERGENCY", "after it", "EMERGENCY");
        }
    }

    @Test
    void what_becomes_of_an_emergency_while_the_storage_takes_it_is_kept() throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            List<Route> sent = new ArrayList<>();
            phone.profile.route("**/api/v1/reports", sent::add);
            phone.page.addInitScript(STORAGE_HELD + WRITING_HELD);
            phone.page.reload();
            phone.holdEmergency();
            phone.await("it is sent", () -> sent.size() == 1);
            phone.page.evaluate("() => { window.openStorage(); }");
            phone.await("it is written",
                    () -> phone.page.evaluate("() => window.written").equals(1));
            sent.getFirst().resume();
            phone.awaitText(".emergency-told", "EMERGENCY received ");
            phone.page.evaluate("() => { window.tellWritten(); }");
            phone.awaitState("EMERGENCY", "received");
            phone.aeroplane(true);
            phone.closeTab();
            phone.reopen();
            phone.awaitState("EMERGENCY", "received");
            assertThat(sent).hasSize(1);
        }
    }

    private static void openStorage(Phone phone) {
        phone.page.evaluate("() => { window.openStorage(); }");
        phone.await("the storage is open", () -> phone.page.locator(".kinds").count() == 1);
    }

    /** How often the emergency was tried, as it is said. */
    private static int tries(Phone phone) {
        return Integer.parseInt(
                phone.page.innerText(".emergency-told p").replaceFirst(".*try (\\d+)\\..*", "$1"));
    }

    @Test
    void a_private_window_that_is_known_as_one_is_told() throws Exception {
        BrowserContext profile = browsing.phone();
        profile.addInitScript(
                """
                navigator.storage.getDirectory = () => Promise.reject(new DOMException('no', 'SecurityError'));""");
        try (Phone phone = Phone.open(service, profile, "ALONE" + System.nanoTime())) {
            phone.awaitText(".notices", "This is a private window");
            phone.awaitText(".notices", "lost when it is closed");
            assertThat(phone.violations()).isEmpty();
        }
    }

    @Test
    void without_storage_the_page_says_so_and_still_sends() throws Exception {
        BrowserContext profile = browsing.phone();
        profile.addInitScript("""
                indexedDB.open = () => { throw new DOMException('refused', 'SecurityError'); };""");
        try (Phone phone = Phone.open(service, profile, "PRIVATE" + System.nanoTime())) {
            phone.awaitText(".notices", "This phone keeps nothing for this page");
            phone.awaitText(".notices", "lost when the page is closed");
            phone.quiet("sent straight away");
            phone.awaitState("sent straight away", "received");
            phone.awaitRecorded("sent straight away");
            assertThat(phone.violations()).isEmpty();
            phone.picture("field-no-storage");
        }
    }

    @Test
    void when_storage_is_full_the_page_says_so_and_still_sends() throws Exception {
        BrowserContext profile = browsing.phone();
        profile.addInitScript(
                """
                IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };""");
        try (Phone phone = Phone.open(service, profile, "FULL" + System.nanoTime())) {
            assertThat(phone.page.locator(".notices").count()).isZero();
            phone.quiet("although full");
            phone.awaitText(".notices", "its storage is full");
            phone.awaitState("although full", "received");
            phone.awaitRecorded("although full");
            phone.page.evaluate(
                    """
                    () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }""");
            phone.form("Incident");
            phone.note("nowhere but here");
            phone.awaitText("[data-draft=true]", "Draft not kept");
        }
    }

    @Test
    void a_new_version_is_told_and_taken_only_when_somebody_says_so() throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            phone.endSession();
            phone.quiet("waits through it");
            phone.awaitText(".notices", "Your session has ended");
            phone.form("All quiet");
            phone.note("kept through it");
            int[] loads = {0};
            phone.page.onDOMContentLoaded(_ -> loads[0]++);
            // Another address is another worker to the browser, as other bytes at the same one are.
            phone.page.evaluate("""
                    () => navigator.serviceWorker
                      .register('/field-worker.js?next', {scope: '/field'}).then(() => true)""");
            phone.awaitText(".notices", "New version ready, reload at a quiet time");
            assertThat(loads[0]).isZero();
            phone.picture("field-new-version");
            phone.button("Reload now");
            phone.await("it is another load", () -> loads[0] == 1);
            phone.awaitText("main h1", "All quiet");
            assertThat(phone.page.getByLabel("Note (no names)").inputValue())
                    .isEqualTo("kept through it");
            phone.awaitText(".head", "1 saved on phone");
            phone.link("Sign in");
            phone.signInWith(phone.token);
            phone.awaitRecorded("waits through it");
            phone.await("the old files are gone",
                    () -> ((Number) phone.page
                            .evaluate("() => caches.keys().then(names => names.length)"))
                            .intValue() == 1);
        }
    }
}
