namespace Aurum.FlagGen.Tests.Reference.Scenarios;

/// <summary>Random contexts and instants.</summary>
internal sealed class RandomContexts(Dice dice)
{
    private static readonly TimeSpan[] Shifts =
    [
        TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromTicks(-1), TimeSpan.FromHours(-12), TimeSpan.FromHours(-12) - TimeSpan.FromTicks(1), TimeSpan.FromHours(12),
        TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(-1), TimeSpan.FromDays(30), TimeSpan.FromDays(-30), TimeSpan.FromDays(300), TimeSpan.FromHours(4) - TimeSpan.FromTicks(1),
        TimeSpan.FromHours(4),
    ];

    public DateTimeOffset Now() => Vocabulary.Noon + dice.Pick(Shifts);

    /// <summary>The user's part: nearly always with an id.</summary>
    public string User() => Write(attributes: 6, id: 90);

    /// <summary>The feature's part: mostly empty, at times hiding what the user's part says.</summary>
    public string Feature() => dice.Chance(60) ? "{}" : Write(attributes: 3, id: 15);

    private string Write(int attributes, int id)
    {
        List<(string Path, string Value)> members = [];
        foreach ((string path, string[] values) in dice.Shuffle(Vocabulary.Attributes).Take(dice.Below(attributes + 1)))
        {
            members.Add((path, Value(values)));
        }

        if (dice.Chance(id))
        {
            members.Add(("user_id", dice.Chance(5) ? dice.Pick(Vocabulary.Halves) : dice.Pick(Vocabulary.Ids)));
        }

        if (dice.Chance(30))
        {
            members.Add(("device_id", dice.Pick(Vocabulary.Ids)));
        }

        if (dice.Chance(25))
        {
            members.Add(("user_segments", dice.Pick(Vocabulary.MembershipLists)));
        }

        return Nest(members);
    }

    private string Value(string[] values) => dice.Below(20) switch
    {
        0 or 1 => dice.Pick(Vocabulary.Others),
        2 => JsonObjectText.List(dice.Several(values, 3)),
        3 => dice.Pick(Vocabulary.Texts),
        4 => dice.Chance(50) ? Vocabulary.LongText : Vocabulary.TooLongText,
        5 => "null",
        6 => dice.Chance(50) ? "null" : dice.Pick(Vocabulary.Halves),
        _ => dice.Pick(values),
    };

    /// <summary>Writes each attribute under its whole path, or in nested objects, or both with different values; a first part that is no object at all hides what would be nested in it.</summary>
    private string Nest(List<(string Path, string Value)> members)
    {
        Dictionary<string, string> whole = [];
        Dictionary<string, List<(string Path, string Value)>> nested = [];
        foreach ((string path, string value) in members)
        {
            int dot = path.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0 || dice.Chance(40))
            {
                whole[path] = value;
            }

            if (dot > 0 && (!whole.ContainsKey(path) || dice.Chance(20)))
            {
                string first = path[..dot];
                if (!nested.TryGetValue(first, out List<(string Path, string Value)>? inner))
                {
                    nested[first] = inner = [];
                }

                inner.Add((path[(dot + 1)..], dice.Chance(90) ? value : dice.Pick(Vocabulary.Others)));
            }
        }

        JsonObjectText text = new();
        foreach ((string path, string value) in whole.Where(member => !nested.ContainsKey(member.Key)))
        {
            text.Add(path, value);
        }

        foreach ((string first, List<(string Path, string Value)> inner) in nested)
        {
            text.Add(first, Nest(inner));
        }

        return text.ToString();
    }
}
