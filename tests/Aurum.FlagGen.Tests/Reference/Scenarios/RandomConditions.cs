namespace Aurum.FlagGen.Tests.Reference.Scenarios;

/// <summary>Random conditions.</summary>
internal sealed class RandomConditions(Dice dice)
{
    private static readonly string[] Operators = ["eq", "neq", "gt", "gte", "lt", "lte", "in", "nin", "contains", "startswith", "endswith", "regex"];

    private static readonly string[] ValueTypes = ["string", "number", "datetime", "semver", "version"];

    /// <summary>The object of conditions of a rule or of a segment.</summary>
    public string Write(int most)
    {
        JsonObjectText conditions = new();
        int wanted = dice.Below(most + 1);
        foreach ((string path, string[] values) in dice.Shuffle(Vocabulary.Attributes).Take(wanted))
        {
            conditions.Add(path, dice.Below(10) switch
            {
                0 => Bare(values),
                1 => JsonObjectText.List([Condition(values), Condition(values)]),
                _ => Condition(values),
            });
        }

        return conditions.ToString();
    }

    /// <summary>A list or an object would be read as conditions.</summary>
    private string Bare(string[] values)
    {
        string value = Value(values);
        return value[0] is '[' or '{' ? "null" : value;
    }

    private string Condition(string[] values)
    {
        string op = dice.Chance(2) ? dice.Pick<string>(["like", "EQ", ""]) : dice.Pick(Operators);
        JsonObjectText condition = new JsonObjectText().AddText("op", op).Add("value", ValueFor(op, values));
        if (dice.Chance(45))
        {
            condition.AddText("value_type", dice.Chance(2) ? "date" : dice.Chance(75) ? TypeOf(values) : dice.Pick(ValueTypes));
        }

        if (dice.Chance(25))
        {
            condition.Add("ignore_case", dice.Pick<string>(["true", "true", "false"]));
        }

        if (dice.Chance(20))
        {
            condition.Add("negate", dice.Pick<string>(["true", "true", "false"]));
        }

        return condition.ToString();
    }

    private string ValueFor(string op, string[] values) => op switch
    {
        "in" or "nin" => dice.Chance(95) ? ListOf(values) : Value(values),
        "regex" => dice.Below(20) switch
        {
            0 => JsonObjectText.Quote(dice.Pick(Vocabulary.RefusedPatterns)),
            1 => JsonObjectText.TextList(Enumerable.Repeat("^u", 8 + dice.Below(14))),
            2 => JsonObjectText.TextList(dice.Several(Vocabulary.Patterns, 3)),
            3 => Value(values),
            _ => JsonObjectText.Quote(dice.Pick(Vocabulary.Patterns)),
        },
        "contains" or "startswith" or "endswith" when dice.Chance(25) => ListOf(values),
        _ => Value(values),
    };

    private string ListOf(string[] values)
    {
        string[] list = dice.Several(dice.Chance(80) ? [.. values.Where(static value => value[0] is not ('[' or '{'))] : values, 4);
        return JsonObjectText.List(list);
    }

    /// <summary>Mostly one of the attribute's own values, at times any, so that kinds meet that do not fit.</summary>
    private string Value(string[] values) => dice.Below(20) switch
    {
        0 => dice.Pick(Vocabulary.Others),
        1 => dice.Pick(Vocabulary.Numbers),
        2 => dice.Pick(Vocabulary.Texts),
        _ => dice.Pick(values),
    };

    private string TypeOf(string[] values) =>
        ReferenceEquals(values, Vocabulary.Numbers) ? "number"
        : ReferenceEquals(values, Vocabulary.SemVers) ? "semver"
        : ReferenceEquals(values, Vocabulary.Versions) ? "version"
        : ReferenceEquals(values, Vocabulary.Times) ? "datetime"
        : "string";
}
