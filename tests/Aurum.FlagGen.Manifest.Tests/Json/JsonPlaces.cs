using Aurum.FlagGen.Manifest.Json;

namespace Aurum.FlagGen.Manifest.Tests.Json;

/// <summary>That faults and nodes lie where they can: within the text, in order, and inside what holds them.</summary>
internal static class JsonPlaces
{
    public static void Check(string text, JsonReadResult result)
    {
        int last = 0;
        foreach (JsonFault fault in result.Faults)
        {
            fault.Range.Start.ShouldBeInRange(last, text.Length);
            fault.Range.Length.ShouldBeGreaterThanOrEqualTo(0);
            fault.Range.End.ShouldBeLessThanOrEqualTo(text.Length);
            fault.Message.ShouldEndWith(".");
            last = fault.Range.Start;
        }

        if (result.Root is not null)
        {
            Check(result.Root, 0, text.Length);
        }
    }

    private static void Check(JsonNode node, int start, int end)
    {
        node.Range.Start.ShouldBeGreaterThanOrEqualTo(start);
        node.Range.End.ShouldBeLessThanOrEqualTo(end);
        node.Range.Length.ShouldBeGreaterThan(0);
        int position = node.Range.Start + 1;
        foreach (JsonNode item in node.Items)
        {
            Check(item, position, node.Range.End);
            position = item.Range.End;
        }

        foreach (JsonMember member in node.Members)
        {
            member.NameRange.Start.ShouldBeGreaterThanOrEqualTo(position);
            Check(member.Value, member.NameRange.End, node.Range.End);
            position = member.Value.Range.End;
        }
    }
}
