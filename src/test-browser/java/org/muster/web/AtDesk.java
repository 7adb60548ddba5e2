package org.muster.web;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import org.muster.it.ServiceProcess;

/** A service for a class of tests, and a controller's desk for each of them. */
abstract class AtDesk {
    static Browsing browsing;
    static ServiceProcess service;

    Desk desk;

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

    @BeforeEach
    void openDesk() throws Exception {
        desk = Desk.open(service, browsing, "controller");
    }

    @AfterEach
    void closeDesk() {
        desk.close();
    }
}
