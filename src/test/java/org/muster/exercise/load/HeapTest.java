package org.muster.exercise.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two collectors' ways to say what is in use. */
final class HeapTest {
    @Test
    void what_g1_says_is_read_without_the_classes() {
        assertThat(Heap.used("""
                12345:
                 garbage-first heap   total reserved 6164480K, committed 393216K, used 20480K [0x0, 0x1)
                  region size 4096K, 2 young (8192K), 0 survivors (0K)
                 Metaspace       used 5000K, committed 5100K, reserved 1114112K
                  class space    used 500K, committed 600K, reserved 1048576K
                """)).hasValue(20);
    }

    @Test
    void what_the_serial_collector_says_is_the_sum_of_both_generations() {
        assertThat(Heap.used("""
                 def new generation   total 9216K, used 1024K [0x0, 0x1)
                  eden space 8192K,  12% used [0x0, 0x1)
                 tenured generation   total 10240K, used 2048K [0x0, 0x1)
                 Metaspace       used 5000K, committed 5100K, reserved 1114112K
                """)).hasValue(3);
    }

    @Test
    void what_nobody_understands_is_no_figure() {
        assertThat(Heap.used("12345:\nno such process\n")).isEmpty();
    }
}
