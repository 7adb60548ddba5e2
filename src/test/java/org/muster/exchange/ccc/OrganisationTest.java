package org.muster.exchange.ccc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OrganisationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Sierra Club; general protests|Sierra Club",
            "general protestors; Sen. Jane Doe; First Baptist Church of Austin|First Baptist Church of Austin",
            "Women's March CT|Women's March CT", "NAACP|NAACP",
            "Indivisible Eugene|Indivisible Eugene"})
    void the_first_actor_that_shows_to_be_one_is_taken(String actors, String organisation) {
        assertThat(Organisation.among(actors)).contains(organisation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "general protestors", "students", "Jane Doe", "Sen. Jane Doe",
            "organizer Jane Doe", "Jane Doe, organizer for San Francisco Women's March",
            "family of slain Jane Doe", "Jane Doe's neighbors and Neighborhood Association",
            "Committee to Elect Jane Doe", "Coalition with Jane Doe",
            "Justice for Jane Doe Coalition", "Jane Doe (NAACP)", "Rev. Jane Doe of First Church",
            "union workers", "union", "Jane D. Doe Party", "Counter protesters to Patriot Prayer"})
    void persons_and_those_without_a_name_are_not(String actors) {
        assertThat(Organisation.among(actors)).isEmpty();
    }
}
