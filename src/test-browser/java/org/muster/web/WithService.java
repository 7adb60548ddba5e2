package org.muster.web;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import org.muster.it.ServiceProcess;

/** A browser and a real service, for all tests of a class. */
abstract class WithService {
    static Browsing browsing;
    static ServiceProcess service;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        browsing = new Browsing();
        service = ServiceProcess.start(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        browsing.close();
        service.close();
    }

    /** Its address without a slash at the end. */
    static String origin() {
        return Desk.origin(service);
    }
}
