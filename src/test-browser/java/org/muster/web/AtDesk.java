package org.muster.web;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A controller's desk for each test, before one service. */
abstract class AtDesk extends WithService {
    Desk desk;

    @BeforeEach
    void openDesk() throws Exception {
        desk = Desk.open(service, browsing, "controller");
    }

    @AfterEach
    void closeDesk() {
        desk.close();
    }
}
