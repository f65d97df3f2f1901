namespace Aurum.FlagGen.Definitions;

/// <summary>Finds names that stand twice in one object. The parser tells the first hundred of a text; these look at every object.</summary>
internal static class DuplicateNames
{
    private const int MaxFaults = 100;

    /// <summary>The first name within a value that stands twice in its object.</summary>
    /// <param name="node">The value.</param>
    /// <param name="told">What the parser tells of them; its sentences name the line of the first.</param>
    public static JsonFault? Find(JsonNode node, IReadOnlyList<JsonFault> told)
    {
        if (FindInObject(node, told) is { } fault)
        {
            return fault;
        }

        foreach (JsonMember member in node.Members)
        {
            if (Find(member.Value, told) is { } found)
            {
                return found;
            }
        }

        foreach (JsonNode item in node.Items)
        {
            if (Find(item, told) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The same, without a look into one member of the object.</summary>
    public static JsonFault? FindOutside(JsonNode root, string name, IReadOnlyList<JsonFault> told)
    {
        if (FindInObject(root, told) is { } fault)
        {
            return fault;
        }

        foreach (JsonMember member in root.Members)
        {
            if (member.Name != name && Find(member.Value, told) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A sentence for each flag whose key stands again, a hundred at most.</summary>
    public static IEnumerable<string> FaultsOfKeys(JsonNode? flags)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<string> faults = [];
        foreach (JsonMember member in flags?.Members ?? [])
        {
            if (faults.Count < MaxFaults && !seen.Add(member.Name))
            {
                faults.Add($"The flag '{member.Name}' is declared twice, and the first declaration counts; remove or rename one of the two.");
            }
        }

        return faults;
    }

    private static JsonFault? FindInObject(JsonNode node, IReadOnlyList<JsonFault> told)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (JsonMember member in node.Members)
        {
            if (!seen.Add(member.Name))
            {
                return told.FirstOrDefault(fault => fault.Range.Start == member.NameRange.Start) ?? new JsonFault(
                    JsonFaultKind.DuplicateMember, member.NameRange, $"The name \"{member.Name}\" is already used in the same object; remove or rename one of the two.");
            }
        }

        return null;
    }
}
