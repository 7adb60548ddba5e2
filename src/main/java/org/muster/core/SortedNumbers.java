package org.muster.core;

import java.util.Arrays;

/** Numbers kept in order, for a median at any time. Equal ones are kept as often as they were added. */
final class SortedNumbers {
    private static final int FIRST = 4;

    private int[] numbers = new int[FIRST];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        int found = Arrays.binarySearch(numbers, 0, size, number);
        int place = found < 0 ? -found - 1 : found;
        System.arraycopy(numbers, place, numbers, place + 1, size - place);
        numbers[place] = number;
        size++;
    }

    /** Takes one out that was added. */
    void remove(int number) {
        int place = Arrays.binarySearch(numbers, 0, size, number);
        System.arraycopy(numbers, place + 1, numbers, place, size - place - 1);
        size--;
    }

    /** The middle one; of an even number the mean of the middle two, half up. None are negative. */
    int median() {
        int middle = size / 2;
        return size % 2 == 1 ? numbers[middle]
                : (int) (((long) numbers[middle - 1] + numbers[middle] + 1) / 2);
    }
}
