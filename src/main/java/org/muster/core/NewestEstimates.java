package org.muster.core;

/**
 * The newest estimate of each observer as of some moment, oldest first, without those that the newest of all has left
 * behind.
 */
final class NewestEstimates {

    private final EstimateRows rows = new EstimateRows();
    private final SortedNumbers sortedLows = new SortedNumbers();
    private final SortedNumbers sortedHighs = new SortedNumbers();

    /** The estimates held. */
    EstimateRows rows() {
        return rows;
    }

    int size() {
        return rows.size();
    }

    void clear() {
        rows.clear();
        sortedLows.clear();
        sortedHighs.clear();
    }

    boolean knows(int observer) {
        return indexOf(observer) >= 0;
    }

    /** Takes in an estimate, unless the observer's own is newer. */
    void put(EstimateRows.Row row) {
        int held = indexOf(row.observer());
        if (held >= 0) {
            if (rows.at(held) > row.at()
                    || (rows.at(held) == row.at() && rows.seq(held) > row.seq())) {
                return;
            }
            forget(held);
            rows.remove(held, held + 1);
        }
        rows.add(row);
        sort(row);
    }

    /** Puts an estimate before all others: for filling backwards in time. */
    void putOldest(EstimateRows.Row row) {
        rows.insert(0, row);
        sort(row);
    }

    /** Drops what is older than {@code oldestAt}. */
    void dropBefore(long oldestAt) {
        int gone = 0;
        while (gone < rows.size() && rows.at(gone) < oldestAt) {
            forget(gone);
            gone++;
        }
        if (gone > 0) {
            rows.remove(0, gone);
        }
    }

    /** The median of the lows, of one estimate or more. */
    int low() {
        return sortedLows.median();
    }

    /** The median of the highs, of one estimate or more. */
    int high() {
        return sortedHighs.median();
    }

    /**
     * The fused best: round(sqrt(low × high)). The product stays below 2^53, so the root is exact enough; it is never
     * a half, because the square of one is no whole number.
     */
    int best() {
        return (int) Math.round(Math.sqrt((double) ((long) low() * high())));
    }

    private void sort(EstimateRows.Row row) {
        sortedLows.add(row.low());
        sortedHighs.add(row.high());
    }

    private void forget(int index) {
        sortedLows.remove(rows.low(index));
        sortedHighs.remove(rows.high(index));
    }

    private int indexOf(int observer) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (rows.observer(i) == observer) {
                return i;
            }
        }
        return -1;
    }
}
