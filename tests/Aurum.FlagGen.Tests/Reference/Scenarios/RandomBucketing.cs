namespace Aurum.FlagGen.Tests.Reference.Scenarios;

/// <summary>Random weights and other systems' formulas.</summary>
internal sealed class RandomBucketing(Dice dice)
{
    private static readonly string[][] SoundWeights =
    [
        ["50", "50"], ["100"], ["0", "100"], ["100", "0"], ["33.333", "33.333", "33.334"], ["0.001", "99.999"], ["0", "50", "50", "0"], ["25", "25", "50"], ["33.333", "33.333", "33.333"],
        ["10", "20", "70"], ["25", "25", "25", "25"], ["12.5", "87.5"], ["99.9", "0.1"],
    ];

    private static readonly string[][] FaultyWeights = [["50", "40"], ["60", "60"], ["-10", "110"], [], ["0", "0"]];

    /// <summary>The arms of a rule's split, some of them at fault.</summary>
    public string Split(IReadOnlyList<string> names)
    {
        string[] weights = dice.Chance(4) ? dice.Pick(FaultyWeights) : dice.Pick(SoundWeights);
        return Write(dice.Shuffle(names).Zip(weights));
    }

    /// <summary>The arms of a test, the control among them.</summary>
    public string Test(string control, IReadOnlyList<string> others)
    {
        string[] weights = dice.Pick(SoundWeights);
        string[] arms = [control, .. dice.Shuffle(others).Take(weights.Length - 1)];
        return Write(dice.Shuffle(arms).Zip(weights));
    }

    public string Formula(int faulty)
    {
        string algorithm = dice.Chance(faulty) ? "dice" : dice.Pick<string>(["microsoft", "unleash", "flagd", "launchdarkly", "growthbook", "configcat"]);
        JsonObjectText formula = new JsonObjectText().AddText("algorithm", algorithm);
        if (dice.Chance(40))
        {
            formula.Add("seed", dice.Pick<string>(["\"s1\"", "61", "\"\""]));
        }

        if (algorithm == "growthbook")
        {
            // 10000 where nothing is said.
            formula.Add("resolution", dice.Pick<string>(["1000", "10000", "null"]));
        }
        else if (algorithm is "unleash" or "flagd" && dice.Chance(50))
        {
            formula.Add("resolution", dice.Pick<string>(["1000", "100000", "10"]));
        }

        if (dice.Chance(40))
        {
            formula.AddText("group", "g1");
        }

        if (dice.Chance(30))
        {
            formula.AddText("hint", "h1");
        }

        return formula.ToString();
    }

    private static string Write(IEnumerable<(string Name, string Weight)> arms)
    {
        JsonObjectText text = new();
        foreach ((string name, string weight) in arms)
        {
            text.Add(name, weight);
        }

        return text.ToString();
    }
}
