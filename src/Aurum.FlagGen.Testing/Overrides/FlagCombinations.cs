namespace Aurum.FlagGen.Testing;

/// <summary>Every combination of the values that flags can have, for a test that is to pass with each of them.</summary>
public static class FlagCombinations
{
    /// <summary>How many combinations there may be: doubling with each flag, they soon take longer than anybody waits.</summary>
    public const int Limit = 64;

    /// <summary>Every combination of the values of flags.</summary>
    /// <param name="flags">The flags.</param>
    /// <returns>Overrides to open, one for each combination; the last flag's value changes fastest.</returns>
    /// <exception cref="ArgumentException">A flag has no values that could be listed, or there are more combinations than <see cref="Limit"/>.</exception>
    public static IReadOnlyList<FlagOverrides> Of(params IReadOnlyList<IFlag> flags)
    {
        ArgumentNullException.ThrowIfNull(flags);
        return Combine([.. flags.Select(static flag => DeclaredFlag.Find(flag))]);
    }

    /// <summary>Every combination of the values of flags, by key.</summary>
    /// <param name="keys">The flags' keys.</param>
    /// <returns>Overrides to open, one for each combination; the last flag's value changes fastest.</returns>
    /// <exception cref="ArgumentException">No manifest of the process declares a flag, a flag has no values that could be listed, or there are more combinations than <see cref="Limit"/>.</exception>
    public static IReadOnlyList<FlagOverrides> Of(params IReadOnlyList<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return Combine([.. keys.Select(static key => DeclaredFlag.Find(key))]);
    }

    /// <summary>Every combination of the values of flags of one scope, by key.</summary>
    /// <param name="scope">The scope of the manifest that declares the flags.</param>
    /// <param name="keys">The flags' keys.</param>
    /// <returns>Overrides to open, one for each combination; the last flag's value changes fastest.</returns>
    /// <exception cref="ArgumentException">No manifest of the scope declares a flag, a flag has no values that could be listed, or there are more combinations than <see cref="Limit"/>.</exception>
    public static IReadOnlyList<FlagOverrides> OfScope(string scope, params IReadOnlyList<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return Combine([.. keys.Select(key => DeclaredFlag.Find(scope, key))]);
    }

    private static FlagOverrides[] Combine(FlagSlot[] slots)
    {
        if (slots.Length == 0)
        {
            throw new ArgumentException("Name at least one flag whose values are to be tried.", nameof(slots));
        }

        if (slots.GroupBy(static slot => slot.Identity).FirstOrDefault(static group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Flag '{twice.Key.Key}' is named twice; name it once.", nameof(slots));
        }

        FlagValue[][] values = [.. slots.Select(ValuesOf)];
        long count = values.Aggregate(1L, static (count, list) => Math.Min(count * list.Length, int.MaxValue));
        if (count > Limit)
        {
            string flags = string.Join(", ", slots.Zip(values, static (slot, list) => $"{slot.Key} ({list.Length})"));
            throw new ArgumentException($"The values of {flags} have {count} combinations, and {Limit} are tried at most. Name fewer flags, or split the test.", nameof(slots));
        }

        FlagOverrides[] combinations = new FlagOverrides[count];
        for (int i = 0; i < combinations.Length; i++)
        {
            combinations[i] = Combine(slots, values, i);
        }

        return combinations;
    }

    /// <summary>The combination with a number, whose digits are positions in the lists of values.</summary>
    private static FlagOverrides Combine(FlagSlot[] slots, FlagValue[][] values, int number)
    {
        FlagValue[] chosen = new FlagValue[slots.Length];
        for (int i = slots.Length - 1; i >= 0; i--)
        {
            (number, int position) = Math.DivRem(number, values[i].Length);
            chosen[i] = values[i][position];
        }

        FlagOverrides overrides = [];
        for (int i = 0; i < chosen.Length; i++)
        {
            overrides.Add(slots[i], chosen[i]);
        }

        return overrides;
    }

    private static FlagValue[] ValuesOf(FlagSlot slot)
    {
        FlagValue[] values = slot.Type switch
        {
            FlagType.Boolean => [true, false],
            FlagType.Variant => [.. slot.VariantNames],
            _ => [.. slot.Definition.Variants.Select(static variant => variant.Value).Distinct()],
        };
        return values.Length > 0
            ? values
            : throw new ArgumentException($"Flag '{slot.Key}' is of type {slot.Type} and declares no variants, so that there are no values to try. Declare 'variants' in the manifest, or give it single values with FlagOverrides.", nameof(slot));
    }
}
