using System.Text.RegularExpressions;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Tells a file of flags of another tool, whose file is called flags.json too or was named by mistake. It takes one for ours where there is any sign of that.</summary>
internal static class ForeignManifest
{
    /// <summary>How many flags are looked at: tools write all of them alike.</summary>
    private const int MostFlags = 20;

    /// <summary>What our flags are made of and no other tool's.</summary>
    private static readonly string[] OwnFlagMembers =
        [FlagMembers.Status.Name, FlagMembers.DefaultValue.Name, FlagMembers.OffValue.Name, FlagMembers.AbTest.Name, FlagMembers.Evaluation.Name, FlagMembers.Lifecycle.Name, FlagMembers.PayloadSchema.Name];

    /// <summary>The tool, in words, or null.</summary>
    public static string? Find(JsonNode? root)
    {
        if (root is not { Kind: JsonKind.Object } || IsOwn(root))
        {
            return null;
        }

        return FindBySchema(root) ?? FindByRoot(root) ?? FindByFlags(root[ManifestMembers.Flags.Name]);
    }

    private static bool IsOwn(JsonNode root) =>
        root[ManifestMembers.Class.Name] is { Kind: JsonKind.String }
        || root[ManifestMembers.Namespace.Name] is { Kind: JsonKind.String }
        || root[ManifestMembers.Layers.Name] is { Kind: JsonKind.Object }
        || (root[ManifestMembers.Schema.Name] is { Kind: JsonKind.String } schema && schema.Text.EndsWith("flags.schema.json", StringComparison.OrdinalIgnoreCase))
        || FlagsOf(root[ManifestMembers.Flags.Name]).Any(static flag => OwnFlagMembers.Any(member => flag[member] is not null));

    private static string? FindBySchema(JsonNode root)
    {
        string schema = root[ManifestMembers.Schema.Name] is { Kind: JsonKind.String } text ? text.Text : "";
        return Mentions(schema, "flagd") ? "flagd"
            : Mentions(schema, "openfeature") || Mentions(schema, "open-feature") ? "OpenFeature's command line"
            : Mentions(schema, "FeatureManagement") ? "Microsoft.FeatureManagement"
            : null;
    }

    /// <summary>Members beside or in place of <c>flags</c>.</summary>
    private static string? FindByRoot(JsonNode root)
    {
        if (root["feature_management"] is not null || root["FeatureManagement"] is not null || root["feature_flags"] is { Kind: JsonKind.Array })
        {
            return "Microsoft.FeatureManagement";
        }

        if (root["flagValues"] is { Kind: JsonKind.Object })
        {
            return "LaunchDarkly";
        }

        if (root["$evaluators"] is not null)
        {
            return "flagd";
        }

        if (root["features"] is { Kind: JsonKind.Array } toggles && toggles.Items.Any(static toggle => toggle["strategies"] is not null || toggle["enabled"] is not null))
        {
            return "Unleash";
        }

        if (root["features"] is { Kind: JsonKind.Object } features && FlagsOf(features).Any(static feature => feature["defaultValue"] is not null))
        {
            return "GrowthBook";
        }

        if (root["f"] is { Kind: JsonKind.Object } && root["p"] is { Kind: JsonKind.Object })
        {
            return "ConfigCat";
        }

        return root[ManifestMembers.Flags.Name] is null && root.Members.Length > 0 && AllHave(root, "variations", "defaultRule") ? "GO Feature Flag" : null;
    }

    private static string? FindByFlags(JsonNode? flags)
    {
        if (flags is { Kind: JsonKind.Array, Items.Count: > 0 })
        {
            return flags.Items.All(static flag => flag["flagType"] is not null) ? "OpenFeature's command line"
                : flags.Items.All(static flag => flag["key"] is not null && flag["enabled"] is not null) ? "Flipt"
                : null;
        }

        if (flags is not { Kind: JsonKind.Object, Members.Length: > 0 })
        {
            return null;
        }

        return AllHave(flags, "state", "variants") || AllHave(flags, "state", "defaultVariant") || AllHave(flags, "variants", "defaultVariant") ? "flagd"
            : AllHave(flags, "flagType", "defaultValue") ? "OpenFeature's command line"
            : AllHave(flags, "variations", "fallthrough") || AllHave(flags, "variations", "offVariation") || AllHave(flags, "on", "variations") ? "LaunchDarkly"
            : AllHave(flags, "variations", "defaultRule") ? "GO Feature Flag"
            : null;
    }

    private static bool AllHave(JsonNode flags, string first, string second) => FlagsOf(flags).All(flag => flag[first] is not null && flag[second] is not null);

    private static IEnumerable<JsonNode> FlagsOf(JsonNode? flags)
    {
        int count = Math.Min(flags?.Members.Length ?? 0, MostFlags);
        for (int i = 0; i < count; i++)
        {
            yield return flags!.Members[i].Value;
        }
    }

    private static bool Mentions(string text, string word) => Regex.IsMatch(text, word, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
