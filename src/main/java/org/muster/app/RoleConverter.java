package org.muster.app;

import java.util.Arrays;
import java.util.stream.Collectors;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import org.muster.model.Role;
import org.muster.model.Slug;

/** Reads a role from the command line. */
final class RoleConverter implements ITypeConverter<Role> {

    @Override
    public Role convert(String text) {
        return Slug.find(Role.class, text)
                .orElseThrow(() -> new TypeConversionException(
                        "there is no role " + text + "; write one of "
                                + Arrays.stream(Role.values())
                                        .map(Slug::slug)
                                        .collect(Collectors.joining(", "))));
    }
}
