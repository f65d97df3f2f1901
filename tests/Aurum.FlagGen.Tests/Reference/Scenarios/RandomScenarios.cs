namespace Aurum.FlagGen.Tests.Reference.Scenarios;

/// <summary>Random manifests with contexts. The same number gives the same scenario.</summary>
internal static class RandomScenarios
{
    private const int ContextsPerManifest = 10;

    public static Scenario Write(int number) => Write(number, types: null);

    /// <summary>Writes a scenario with one flag of each type that is given; of any number and any types where none are.</summary>
    public static Scenario Write(int number, string[]? types)
    {
        Dice dice = new((uint)number);
        JsonObjectText manifest = new JsonObjectText().AddText("namespace", "Shop").Add("segments", Segments(dice)).Add("layers", Layers(dice));
        string[] keys = types is null && dice.Chance(1) ? WriteChain(dice, manifest) : WriteFlags(dice, manifest, types);
        RandomContexts contexts = new(dice);
        return new Scenario(
            manifest.ToString(),
            [.. keys, "nowhere"],
            [.. Enumerable.Range(0, ContextsPerManifest).Select(_ => new Asking(contexts.User(), contexts.Feature(), contexts.Now()))]);
    }

    private static string[] WriteFlags(Dice dice, JsonObjectText manifest, string[]? types)
    {
        int count = types?.Length ?? 1 + dice.Below(6);
        string[] keys = [.. Enumerable.Range(0, count).Select(static index => "f" + index)];
        RandomFlags flags = new(dice, count);
        JsonObjectText text = new();
        for (int i = 0; i < count; i++)
        {
            text.Add(keys[i], flags.Write(i, types?[i]));
        }

        manifest.Add("flags", text.ToString());
        return keys;
    }

    /// <summary>A chain about as long as chains may be, at times closed to a ring.</summary>
    private static string[] WriteChain(Dice dice, JsonObjectText manifest)
    {
        int count = 31 + dice.Below(6);
        bool isRing = dice.Chance(15);
        string[] keys = [.. Enumerable.Range(0, count).Select(static index => "f" + index)];
        JsonObjectText text = new();
        for (int i = 0; i < count; i++)
        {
            string[] needed = i < count - 1 ? [keys[i + 1]] : isRing ? [keys[0]] : [];
            JsonObjectText rule = new JsonObjectText().AddText("name", "r").Add(dice.Chance(90) ? "required_flags" : "excluded_flags", JsonObjectText.TextList(needed));
            text.Add(keys[i], new JsonObjectText().AddText("status", dice.Chance(98) ? "conditional" : "disabled").Add("rules", JsonObjectText.List([rule.ToString()])).ToString());
        }

        manifest.Add("flags", text.ToString());
        return keys;
    }

    private static string Segments(Dice dice)
    {
        RandomConditions conditions = new(dice);
        JsonObjectText segments = new();
        foreach (string name in (string[])["vips", "staff", "beta_testers", "power_users"])
        {
            // vips is always there; the others are unknown, or have members only, where they are not.
            if (name != "vips" && dice.Chance(40))
            {
                continue;
            }

            JsonObjectText segment = new();
            if (dice.Chance(70))
            {
                segment.Add("conditions", conditions.Write(most: 2));
            }

            foreach (string list in (string[])["include", "exclude"])
            {
                if (dice.Chance(40))
                {
                    segment.Add(list, JsonObjectText.TextList(dice.Several(["u-1", "u-2", "u-3", "42", "1", "", "ユーザー1"], 3)));
                }
            }

            segments.Add(name, segment.ToString());
        }

        return segments.ToString();
    }

    private static string Layers(Dice dice)
    {
        JsonObjectText first = new();
        if (dice.Chance(50))
        {
            first.AddText("salt", dice.Pick<string>(["", "layer"]));
        }

        if (dice.Chance(50))
        {
            first.Add("holdout", dice.Pick<string>(["0", "10", "50", "0.001"]));
        }

        return new JsonObjectText().Add("L1", first.ToString()).Add("L2", "{}").ToString();
    }
}
