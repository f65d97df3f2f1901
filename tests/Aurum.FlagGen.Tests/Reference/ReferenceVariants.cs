using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>What the names of variants mean.</summary>
internal static class ReferenceVariants
{
    /// <summary>A variant's value: of a boolean flag without variants, whether it is not the control; of type variant, its name; otherwise the value that the map gives the name.</summary>
    /// <returns>The value, or null where no variant has the name.</returns>
    public static JsonElement? ValueOf(ReferenceFlag flag, string name)
    {
        if (flag.Type == "variant")
        {
            return Names(flag).Contains(name) ? ReferenceJson.Parse(JsonSerializer.Serialize(name)) : null;
        }

        if (flag.Type == "boolean" && !HasVariants(flag))
        {
            return ReferenceJson.Parse(name == flag.Control ? "false" : "true");
        }

        return ReferenceJson.Member(ReferenceJson.Member(flag.Json, "variants"), name);
    }

    /// <summary>The variant reported of a value that no rule and no test named: the first of the variants whose value is the same, else none.</summary>
    public static string? NameOf(ReferenceFlag flag, JsonElement value)
    {
        if (flag.Type == "boolean" && !HasVariants(flag))
        {
            return null;
        }

        return Names(flag).FirstOrDefault(name => ReferenceJson.AreEqual(ValueOf(flag, name)!.Value, value));
    }

    /// <summary>Whether a value is of the flag's type: an integer has 32 bits, a variant's value is one of the names.</summary>
    public static bool IsOfType(ReferenceFlag flag, JsonElement value) => flag.Type switch
    {
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && ReferenceJson.Double(value) is { } number && number == Math.Truncate(number) && number is >= int.MinValue and <= int.MaxValue,
        "number" => value.ValueKind == JsonValueKind.Number && double.IsFinite(ReferenceJson.Double(value)),
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => value.ValueKind == JsonValueKind.String && Names(flag).Contains(ReferenceJson.Text(value)),
    };

    /// <summary>Whether the flag has a variant of the name: among its own, or where it has none, among its test's.</summary>
    public static bool IsDeclared(ReferenceFlag flag, string name) => HasVariants(flag) ? Names(flag).Contains(name) : ArmNames(flag).Contains(name);

    /// <summary>Whether the flag declares variants of its own.</summary>
    public static bool HasVariants(ReferenceFlag flag) =>
        ReferenceJson.Members(flag.Json, "variants").Any() || ReferenceJson.Items(flag.Json, "variants").Any();

    /// <summary>A map's names, or the names that a flag of type variant lists, which without a list are the test's.</summary>
    private static IEnumerable<string> Names(ReferenceFlag flag)
    {
        if (flag.Type == "variant")
        {
            return HasVariants(flag) ? ReferenceJson.Texts(flag.Json, "variants") : ArmNames(flag);
        }

        return ReferenceJson.Members(flag.Json, "variants").Select(static member => member.Name);
    }

    private static IEnumerable<string> ArmNames(ReferenceFlag flag) => ReferenceJson.Members(flag.Test, "variants").Select(static member => member.Name);
}
